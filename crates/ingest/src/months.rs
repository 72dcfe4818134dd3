//! Names of the months and of the days of the week, folded to lower case, in the languages of the pages we meet.

/// Name or abbreviation, number of the month. A name that several languages share stands once.
pub(crate) const MONTHS: &[(&str, i8)] = &[
    // English
    ("january", 1), ("jan", 1), ("february", 2), ("feb", 2), ("march", 3), ("mar", 3), ("april", 4), ("apr", 4), ("may", 5),
    ("june", 6), ("jun", 6), ("july", 7), ("jul", 7), ("august", 8), ("aug", 8), ("september", 9), ("sept", 9), ("sep", 9),
    ("october", 10), ("oct", 10), ("november", 11), ("nov", 11), ("december", 12), ("dec", 12),
    // German
    ("januar", 1), ("jänner", 1), ("jän", 1), ("februar", 2), ("feber", 2), ("märz", 3), ("mär", 3), ("mrz", 3), ("maerz", 3),
    ("mai", 5), ("juni", 6), ("juli", 7), ("oktober", 10), ("okt", 10), ("dezember", 12), ("dez", 12),
    // French
    ("janvier", 1), ("janv", 1), ("février", 2), ("févr", 2), ("fevrier", 2), ("mars", 3), ("avril", 4), ("avr", 4), ("juin", 6),
    ("juillet", 7), ("juil", 7), ("août", 8), ("aout", 8), ("septembre", 9), ("octobre", 10), ("novembre", 11),
    ("décembre", 12), ("déc", 12), ("decembre", 12),
    // Spanish
    ("enero", 1), ("ene", 1), ("febrero", 2), ("marzo", 3), ("abril", 4), ("abr", 4), ("mayo", 5), ("junio", 6), ("julio", 7),
    ("agosto", 8), ("ago", 8), ("septiembre", 9), ("setiembre", 9), ("octubre", 10), ("noviembre", 11), ("diciembre", 12), ("dic", 12),
    // Italian
    ("gennaio", 1), ("gen", 1), ("febbraio", 2), ("aprile", 4), ("maggio", 5), ("mag", 5), ("giugno", 6), ("giu", 6),
    ("luglio", 7), ("lug", 7), ("settembre", 9), ("ottobre", 10), ("ott", 10), ("dicembre", 12),
    // Portuguese
    ("janeiro", 1), ("fevereiro", 2), ("fev", 2), ("março", 3), ("maio", 5), ("junho", 6), ("julho", 7), ("setembro", 9),
    ("outubro", 10), ("novembro", 11), ("dezembro", 12),
    // Dutch
    ("januari", 1), ("februari", 2), ("maart", 3), ("mrt", 3), ("mei", 5), ("augustus", 8),
    // Swedish, Danish, Norwegian
    ("marts", 3), ("maj", 5), ("augusti", 8), ("desember", 12),
    // Polish
    ("stycznia", 1), ("lutego", 2), ("marca", 3), ("kwietnia", 4), ("maja", 5), ("czerwca", 6), ("lipca", 7), ("sierpnia", 8),
    ("września", 9), ("października", 10), ("listopada", 11), ("grudnia", 12),
    // Turkish
    ("ocak", 1), ("şubat", 2), ("mart", 3), ("nisan", 4), ("mayıs", 5), ("haziran", 6), ("temmuz", 7), ("ağustos", 8),
    ("eylül", 9), ("ekim", 10), ("kasım", 11), ("aralık", 12),
    // Russian, Ukrainian
    ("января", 1), ("февраля", 2), ("марта", 3), ("апреля", 4), ("мая", 5), ("июня", 6), ("июля", 7), ("августа", 8),
    ("сентября", 9), ("октября", 10), ("ноября", 11), ("декабря", 12), ("січня", 1), ("лютого", 2), ("березня", 3),
    ("квітня", 4), ("травня", 5), ("червня", 6), ("липня", 7), ("серпня", 8), ("вересня", 9), ("жовтня", 10),
    ("листопада", 11), ("грудня", 12),
    // Indonesian, Romanian, Czech, Finnish
    ("maret", 3), ("agustus", 8), ("desember", 12), ("ianuarie", 1), ("februarie", 2), ("martie", 3), ("aprilie", 4),
    ("iunie", 6), ("iulie", 7), ("septembrie", 9), ("octombrie", 10), ("noiembrie", 11), ("decembrie", 12),
    ("ledna", 1), ("února", 2), ("března", 3), ("dubna", 4), ("května", 5), ("června", 6), ("července", 7), ("srpna", 8),
    ("října", 10), ("prosince", 12), ("tammikuuta", 1), ("helmikuuta", 2), ("maaliskuuta", 3), ("huhtikuuta", 4),
    ("toukokuuta", 5), ("kesäkuuta", 6), ("heinäkuuta", 7), ("elokuuta", 8), ("syyskuuta", 9), ("lokakuuta", 10),
    ("marraskuuta", 11), ("joulukuuta", 12),
];

/// Days of the week.
pub(crate) const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur",
    "thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    "mo", "di", "mi", "do", "fr", "sa", "so", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes",
    "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì",
    "sabato", "domenica", "segunda", "terça", "quarta", "quinta", "sexta", "feira", "maandag", "dinsdag", "woensdag", "donderdag",
    "vrijdag", "zaterdag", "zondag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
];

/// Words that stand between the parts of a date without changing it.
pub(crate) const FILLERS: &[&str] =
    &["of", "the", "de", "del", "do", "den", "der", "d", "le", "el", "il", "di", "st", "nd", "rd", "th", "er", "º", "ª", "г", "года", "року", "年", "月"];

/// Words that a line may hold beside its date and still be a date line.
pub(crate) const AROUND: &[&str] = &[
    "published", "posted", "updated", "on", "at", "am", "pm", "a", "p", "m", "gmt", "utc", "est", "edt", "cst", "cdt", "mst",
    "mdt", "pst", "pdt", "bst", "cet", "cest", "et", "pt", "ist", "eet", "msk", "uhr", "h", "um", "vom", "am", "veröffentlicht",
    "aktualisiert", "stand", "publié", "mis", "à", "jour", "publicado", "actualizado", "date", "datum", "fecha", "last",
    "first", "issued", "created", "time", "local", "日", "and", "z",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_months() {
        assert!(MONTHS.iter().all(|&(name, month)| (1..=12).contains(&month) && name.to_lowercase() == name));
    }
}
