// Many reports out of a few: other days, other people and places, so that pages are seen full. The same every time.
const PEOPLE = [
  "Dagny Holm",
  "Teo Varga",
  "Ilka Maroun",
  "Runa Feldt",
  "Signe Aasen",
  "Asger Brun",
  "Odd Brenna",
  "Per Lindqvist",
  "Katla Orm",
  "Tove Rask",
  "Moira Kincaid",
];
const OTHERS = [
  "Anders Vold",
  "Brynja Stein",
  "Carl Ruud",
  "Disa Falk",
  "Egil Moen",
  "Freya Lund",
  "Gorm Hald",
  "Hilde Strand",
  "Ivar Nygaard",
  "Jorunn Eide",
  "Kari Solberg",
  "Leif Dahl",
  "Maren Tveit",
  "Nils Aune",
  "Oda Bakke",
];

export function crowd(records) {
  const out = [];
  for (let round = 0; round < 14; round++) {
    for (const [at, record] of records.entries()) {
      let json = JSON.stringify(record);
      // Names of one length keep every span right.
      PEOPLE.forEach((name, index) => {
        const other = OTHERS[(index * 7 + round * 3 + (at % 3)) % OTHERS.length];
        const fit = other.length >= name.length ? other.slice(0, name.length) : other.padEnd(name.length, "a");
        if (round > 0 && (index + round) % 3 !== 0) json = json.replaceAll(name, fit.trim().padEnd(name.length, "n"));
      });
      const made = JSON.parse(json);
      made.id = `${record.id}-${round}`;
      made.published = shifted(record.published, round * 23 + ((at * 5) % 9));
      if (round % 5 === 4 && at % 4 === 0) made.text = made.text.replace(/\bthe\b/g, "tha");
      out.push(made);
    }
  }
  return out;
}

const shifted = (day, by) => day && new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
