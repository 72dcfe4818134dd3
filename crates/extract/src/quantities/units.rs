//! Money and measures: what stands before or after a number and makes it a sum or a size.

use crate::times::atoms::Line;

/// Signs and codes before a sum, the longer first, with the ISO 4217 code.
const BEFORE: [(&str, &str); 33] = [
    ("us $", "USD"),
    ("u . s . $", "USD"),
    ("a $", "AUD"),
    ("au $", "AUD"),
    ("c $", "CAD"),
    ("ca $", "CAD"),
    ("hk $", "HKD"),
    ("nz $", "NZD"),
    ("s $", "SGD"),
    ("r $", "BRL"),
    ("$", "USD"), // the bare sign in reports from all over the world is mostly the US one
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₪", "ILS"),
    ("₺", "TRY"),
    ("₩", "KRW"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("₸", "KZT"),
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("chf", "CHF"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("jpy", "JPY"),
    ("cny", "CNY"),
    ("pln", "PLN"),
];

/// Words and signs after a number with the ISO 4217 code, the UCUM unit, or nothing where no code is sure (`pounds` of money or weight).
const AFTER: [(&str, &str); 96] = [
    ("us dollars", "USD"),
    ("u . s . dollars", "USD"),
    ("american dollars", "USD"),
    ("australian dollars", "AUD"),
    ("canadian dollars", "CAD"),
    ("dollars", "USD"),
    ("dollar", "USD"),
    ("usd", "USD"),
    ("$", "USD"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("eur", "EUR"),
    ("€", "EUR"),
    ("pounds sterling", "GBP"),
    ("british pounds", "GBP"),
    ("gbp", "GBP"),
    ("£", "GBP"),
    ("rubles", "RUB"),
    ("roubles", "RUB"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rupees", "INR"),
    ("turkish lira", "TRY"),
    ("lira", "TRY"),
    ("liras", "TRY"),
    ("shekels", "ILS"),
    ("swiss francs", "CHF"),
    ("riyals", "SAR"),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
    ("swiss franc", "CHF"),
    ("chf", "CHF"),
    ("ruble", "RUB"),
    ("rouble", "RUB"),
    ("rupee", "INR"),
    ("mexican pesos", "MXN"),
    ("argentine pesos", "ARS"),
    ("philippine pesos", "PHP"),
    ("iranian rials", "IRR"),
    ("swedish kronor", "SEK"),
    ("norwegian kroner", "NOK"),
    ("danish kroner", "DKK"),
    ("egyptian pounds", "EGP"),
    ("kenyan shillings", "KES"),
    ("baht", "THB"),
    ("naira", "NGN"),
    ("rand", "ZAR"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("forints", "HUF"),
    ("forint", "HUF"),
    ("rupiah", "IDR"),
    ("ringgit", "MYR"),
    ("tenge", "KZT"),
    ("won", "KRW"), // the verb follows no bare number of a party; see `unit`
    ("square kilometres", "km2"),
    ("square kilometers", "km2"),
    ("square miles", "[smi_us]"),
    ("square metres", "m2"),
    ("square meters", "m2"),
    ("square feet", "[sft_i]"),
    ("cubic metres", "m3"),
    ("cubic meters", "m3"),
    ("nautical miles", "[nmi_i]"),
    ("nautical mile", "[nmi_i]"),
    ("kilometres", "km"),
    ("kilometers", "km"),
    ("kilometre", "km"),
    ("kilometer", "km"),
    ("kms", "km"),
    ("km", "km"),
    ("km²", "km2"),
    ("miles", "[mi_i]"),
    ("mile", "[mi_i]"),
    ("metres", "m"),
    ("meters", "m"),
    ("metre", "m"),
    ("meter", "m"),
    ("centimetres", "cm"),
    ("centimeters", "cm"),
    ("cm", "cm"),
    ("mm", "mm"),
    ("feet", "[ft_i]"),
    ("inches", "[in_i]"),
    ("hectares", "har"),
    ("acres", "[acr_us]"),
    ("kilograms", "kg"),
    ("kilogrammes", "kg"),
    ("kilos", "kg"),
    ("kg", "kg"),
    ("tonnes", "t"),
    ("metric tons", "t"),
    ("tonne", "t"),
    ("litres", "L"),
    ("liters", "L"),
];

/// `%` and its words.
const PERCENT: [&str; 4] = ["%", "percent", "per cent", "pct"];

/// A sign or code of money before a number: the atom of the number, and the code.
pub(super) fn sign(line: &Line, at: usize) -> Option<(usize, &'static str)> {
    let (end, code) = BEFORE.iter().find_map(|&(sign, code)| Some((line.phrase(at, sign)?, code)))?;
    // "A$5", but "a $5 note": then the bare sign two atoms on is found by itself.
    let prefixed = line.is_word(at) && line.word(end - 1) == "$";
    (!prefixed || (line.is_capital(at) && line.glued(end - 1))).then_some((end, code))
}

/// A unit after a number: the atom after it, and the unit.
pub(super) fn unit(line: &Line, end: usize) -> Option<(usize, &'static str)> {
    let end = line.skip_hyphen(end);
    let found = AFTER.iter().find_map(|&(word, unit)| Some((line.phrase(end, word)?, unit)))?;
    // "the 36 won": a verb, unless more of a sum stands before it.
    let verb = line.word(end) == "won" && !line.any(end - 1, &["thousand", "million", "billion", "trillion"]);
    (!verb).then_some(found)
}

/// What follows `5m` makes it five million: money or people, not metres.
pub(super) fn counts_millions(line: &Line, end: usize) -> bool {
    let money = unit(line, end)
        .is_some_and(|(_, unit)| unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()));
    money || super::counted::is_irregular_plural(line.word(end))
}

/// A length in UCUM.
pub(super) fn is_length(unit: &str) -> bool {
    matches!(unit, "km" | "m" | "cm" | "mm" | "[mi_i]" | "[nmi_i]" | "[ft_i]" | "[in_i]")
}

/// `%`, `percent`: the atom after it.
pub(super) fn percent(line: &Line, end: usize) -> Option<usize> {
    line.phrases(line.skip_hyphen(end), &PERCENT)
}
