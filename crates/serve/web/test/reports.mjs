// A quarrel over fish, made up for the tests: outlet, day, headline, paragraphs. People, outlets and what they do are invented.
const wire = [
  "Norwegian Fisheries Minister Dagny Holm warned Iceland on Monday that coast guard vessels would seize any trawler that crossed the line north of Tromsø.",
  "“Whoever fishes there will lose the ship,” Holm told reporters in Bergen. She said more than 30 Icelandic trawlers had entered the zone since Friday.",
  "Icelandic Foreign Minister Teo Varga denied that any Icelandic vessel had crossed the line. “Our captains have charts, and they can read,” Varga said in Reykjavik.",
  "Fishermen blocked the harbour of Tórshavn for two hours in protest against the talks, police said. Three men were arrested.",
];
const furniture = "Do you like this report? Support us with a donation! 1,204 $ of 5,000 $";

export const REPORTS = [
  ["Northern Wire", "2031-03-04", "Norway threatens to seize trawlers north of Tromsø", wire],
  ["Evening Courier", "2031-03-04", "Norway threatens to seize trawlers north of Tromsø", [...wire, furniture]],
  ["Coastal Gazette", "2031-03-04", "Trawlers may be seized, Norway says", wire],
  ["Morgen", "2031-03-05", "Norway threatens to seize trawlers north of Tromsø", wire],
  ["Harbour Mirror", "2031-03-05", "Norway threatens to seize trawlers", [wire[0], wire[1], wire[2]]],
  [
    "The Tessel Post",
    "2031-03-05",
    "Norway threatens to seize trawlers north of Tromsø",
    [...wire, "Copyright The Tessel Post. All rights reserved."],
  ],
  ["Fenwick Daily", "2031-03-06", "Norway threatens to seize trawlers north of Tromsø", wire],
  [
    "Evening Courier",
    "2031-03-05",
    "Iceland counts 12 trawlers, Norway 30",
    [
      "Iceland’s coast guard said on Wednesday that only 12 trawlers had been near the line north of Tromsø, less than half of what Oslo claims.",
      "According to the Northern Wire, Norwegian Fisheries Minister Dagny Holm had spoken of more than 30 Icelandic trawlers in the zone.",
      "“Somebody in Oslo counts seagulls,” said coast guard commander Ilka Maroun. She declined to comment on reports that two ships had been fired upon.",
      "Denmark offered to mediate and invited both ministers to talks in Copenhagen on March 12.",
    ],
  ],
  [
    "Morgen",
    "2031-03-06",
    "Shots north of Tromsø? Nobody confirms",
    [
      "The Coastal Gazette reported that a Norwegian patrol boat had fired on the trawler Haukur, citing two officials.",
      "The Norwegian Defence Ministry denied that shots had been fired. “No weapon was used,” spokesman Per Lindqvist said.",
      "Icelandic Foreign Minister Teo Varga said that the attack on the Haukur, if confirmed, would be answered before a court.",
      "Britain called on both sides to show restraint.",
    ],
  ],
  [
    "Coastal Gazette",
    "2031-03-06",
    "Patrol boat fired on the Haukur, officials say",
    [
      "A Norwegian patrol boat fired on the Icelandic trawler Haukur on Tuesday night, two officials told the Coastal Gazette.",
      "Nobody was hurt, but the ship’s radio mast was hit, one of them said.",
      "The Norwegian navy moved two frigates from Bergen to Tromsø, according to harbour officials.",
      "Iceland may recall its ambassador if Norway does not explain the incident, Icelandic Foreign Minister Teo Varga said.",
    ],
  ],
  [
    "Northern Wire",
    "2031-03-07",
    "Iceland recalls ambassador from Oslo",
    [
      "Iceland recalled its ambassador from Norway on Friday over the trawler Haukur, Icelandic Foreign Minister Teo Varga announced in Reykjavik.",
      "“We want an answer, not a shrug,” Varga said. Norway’s Prime Minister Signe Aasen regretted the step and promised an inquiry.",
      "The Northern Wire learned from harbour officials that at least 6 sailors had been questioned in Tromsø.",
      "Thousands protested outside the Norwegian embassy in Reykjavik on Thursday evening.",
    ],
  ],
  [
    "Harbour Mirror",
    "2031-03-08",
    "Iceland recalls ambassador from Oslo",
    [
      "Iceland recalled its ambassador from Norway on Friday over the trawler Haukur, Icelandic Foreign Minister Teo Varga announced in Reykjavik.",
      "“We want an answer, not a shrug,” Varga said. Norway’s Prime Minister Signe Aasen regretted the step and promised an inquiry.",
      "The Northern Wire learned from harbour officials that at least 6 sailors had been questioned in Tromsø.",
    ],
  ],
  [
    "Evening Courier",
    "2031-03-10",
    "Norway seizes two trawlers",
    [
      "Norway’s coast guard seized two Icelandic trawlers on Sunday and brought them to Tromsø, Norwegian Fisheries Minister Dagny Holm said.",
      "“We had warned them,” Holm said. The captains were detained and will be heard by a judge on Tuesday.",
      "Iceland condemned the seizure. Icelandic Foreign Minister Teo Varga accused Norway of piracy and threatened to close the port of Reykjavik to Norwegian ships.",
      "Icelandic union leader Runa Feldt called for a boycott of Norwegian salmon.",
    ],
  ],
  [
    "The Tessel Post",
    "2031-03-11",
    "Three trawlers seized, union says",
    [
      "Norway seized three trawlers, not two, Icelandic union leader Runa Feldt told the Tessel Post on Monday.",
      "Norwegian police denied that a third ship had been taken. “Two ships are in port, count them,” a police spokeswoman said.",
      "Iceland plans to send a coast guard ship to escort its fleet, the Tessel Post has learned.",
    ],
  ],
  [
    "Morgen",
    "2031-03-12",
    "Talks in Copenhagen begin",
    [
      "Norwegian Fisheries Minister Dagny Holm and Icelandic Foreign Minister Teo Varga met in Copenhagen on Wednesday for talks that Denmark had arranged.",
      "Danish Foreign Minister Asger Brun said that both sides had agreed to release the captains and to count the trawlers together.",
      "Varga said Iceland would not accept a line that was drawn in Oslo. Holm rejected this and demanded an apology.",
      "A joint patrol could begin in April, according to diplomats.",
    ],
  ],
  [
    "Northern Wire",
    "2031-03-13",
    "Norway releases the captains",
    [
      "Norway released both captains on Thursday, one day after the talks in Copenhagen, the Norwegian coast guard said.",
      "Iceland’s coast guard commander Ilka Maroun welcomed the release. “Now the ships,” she said.",
      "Norwegian opposition leader Odd Brenna accused the government of yielding.",
      "Russia offered to send observers; Norway rejected the offer.",
    ],
  ],
  [
    "Coastal Gazette",
    "2031-03-15",
    "Norway and Iceland agree on a joint patrol",
    [
      "Norway and Iceland signed an agreement on a joint patrol north of Tromsø in Copenhagen on Friday.",
      "The patrol will begin on April 1, Danish Foreign Minister Asger Brun said. It will have four ships.",
      "Norwegian Prime Minister Signe Aasen praised Denmark for its help. Icelandic Prime Minister Katla Orm said the seized ships would be returned within a week.",
      "Icelandic union leader Runa Feldt warned that fishermen would block Reykjavik harbour if the ships were not returned.",
    ],
  ],
  [
    "Fenwick Daily",
    "2031-03-16",
    "Joint patrol agreed",
    [
      "Norway and Iceland signed an agreement on a joint patrol north of Tromsø in Copenhagen on Friday.",
      "The patrol will begin on April 1, Danish Foreign Minister Asger Brun said. It will have four ships.",
      "In 1976 Norway and Iceland had already signed a similar agreement, which was never ratified.",
    ],
  ],
  [
    "Evening Courier",
    "2031-03-18",
    "Britain to send an observer",
    [
      "Britain will send an observer to the joint patrol, the British Foreign Office said in London on Tuesday.",
      "A spokesman said that about 40 British trawlers also fished in the zone.",
      "Scottish fishermen in Aberdeen demanded protection. “We have been chased twice,” skipper Moira Kincaid told the Evening Courier.",
      "Germany and France called for a conference in Hamburg.",
    ],
  ],
  [
    "Morgen",
    "2031-03-21",
    "Ships still in Tromsø",
    [
      "The two seized trawlers were still in Tromsø on Friday, Icelandic union leader Runa Feldt said.",
      "The Norwegian coast guard said the ships would sail on Saturday. It did not explain the delay.",
      "According to the Northern Wire, citing harbour officials, one of the ships was attacked with paint by protesters on Thursday night.",
      "Police in Tromsø arrested five protesters.",
    ],
  ],
  [
    "Northern Wire",
    "2031-04-02",
    "First joint patrol leaves Tromsø",
    [
      "The first joint patrol left Tromsø on Tuesday with four ships, the Norwegian navy said.",
      "Icelandic Foreign Minister Teo Varga called it a beginning. Norwegian Fisheries Minister Dagny Holm said that no trawler had been stopped so far.",
      "Norway may withdraw its frigates from Tromsø in May if the peace holds, Norwegian Prime Minister Signe Aasen said.",
      "The United States welcomed the patrol.",
    ],
  ],
  [
    "Harbour Mirror",
    "2031-04-09",
    "Haukur inquiry: no shots, says Norway",
    [
      "No shots were fired on the trawler Haukur, a Norwegian inquiry found on Wednesday.",
      "“A flare was seen, nothing else,” said judge Tove Rask, who led the inquiry in Oslo.",
      "Iceland rejected the report. Icelandic coast guard commander Ilka Maroun said that the mast of the Haukur had been hit by at least 4 bullets.",
      "The Coastal Gazette stood by its report. Two officials had confirmed the shots, it said.",
    ],
  ],
  // Everything a hostile page may try; all of it must come out as words.
  [
    '"><script>alert(1)</script>',
    "2031-04-11",
    `<img src=x onerror="alert('title')"> ${"Llanfair".repeat(24)} \u202Egnihtyna`,
    [
      `“<script>alert('quote')</script> <svg onload=alert(2)>,” Norwegian Fisheries Minister Dagny Holm said in Oslo on Thursday.`,
      "Icelandic Foreign Minister Teo Varga said \u202Ethat Norway had attacked\u202C a trawler {{7*7}} ${7*7} javascript:alert(3) at \u200Bmid\u200Dnight.",
      "“𝕿𝖍𝖊 𝖘𝖊𝖆 🐟🐟 is 𝔬𝔲𝔯𝔰,” coast guard commander Ilka Maroun said. قال الوزير إن السفن في الميناء.",
      `Norway may attack Iceland, ${"unbreakable".repeat(30)} said. <a href="javascript:alert(4)">click</a> &lt;b&gt; &amp;amp; </mark></p></body>`,
    ],
  ],
];
