//! Countries: ISO 3166-1 alpha-3 code, English short name, other names, adjectives and inhabitants, seat of government.
//!
//! Codes and short names follow ISO 3166-1; adjectives are common English usage. The seat stands for the government in news
//! ("Ankara said").

/// One row a country: `CODE|name|other names|adjectives and inhabitants|seat`, alternatives separated by commas.
const TABLE: &str = "\
AFG|Afghanistan||Afghan,Afghans|Kabul
ALB|Albania||Albanian|Tirana
DZA|Algeria||Algerian|Algiers
AND|Andorra||Andorran|
AGO|Angola||Angolan|Luanda
ARG|Argentina||Argentine,Argentinian|Buenos Aires
ARM|Armenia||Armenian|Yerevan
AUS|Australia||Australian|Canberra
AUT|Austria||Austrian|Vienna
AZE|Azerbaijan||Azerbaijani,Azeri|Baku
BHS|Bahamas||Bahamian|Nassau
BHR|Bahrain||Bahraini|Manama
BGD|Bangladesh||Bangladeshi|Dhaka
BRB|Barbados||Barbadian|Bridgetown
BLR|Belarus||Belarusian,Belarussian|Minsk
BEL|Belgium||Belgian|Brussels
BLZ|Belize||Belizean|Belmopan
BEN|Benin||Beninese|Porto-Novo
BTN|Bhutan||Bhutanese|Thimphu
BOL|Bolivia||Bolivian|La Paz
BIH|Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian|Sarajevo
BWA|Botswana||Botswanan|Gaborone
BRA|Brazil||Brazilian|Brasilia
BRN|Brunei||Bruneian|
BGR|Bulgaria||Bulgarian|Sofia
BFA|Burkina Faso||Burkinabe|Ouagadougou
BDI|Burundi||Burundian|Gitega
KHM|Cambodia||Cambodian|Phnom Penh
CMR|Cameroon||Cameroonian|Yaounde
CAN|Canada||Canadian|Ottawa
CPV|Cape Verde|Cabo Verde|Cape Verdean|Praia
CAF|Central African Republic||Central African|Bangui
TCD|Chad||Chadian|N'Djamena
CHL|Chile||Chilean|Santiago
CHN|China|People's Republic of China,PRC|Chinese|Beijing
COL|Colombia||Colombian|Bogota
COM|Comoros||Comoran|Moroni
COG|Republic of the Congo|Congo-Brazzaville||Brazzaville
COD|Democratic Republic of the Congo|Congo,DR Congo,DRC,Democratic Republic of Congo|Congolese|Kinshasa
CRI|Costa Rica||Costa Rican|San Jose
CIV|Ivory Coast|Côte d'Ivoire|Ivorian|Yamoussoukro
HRV|Croatia||Croatian,Croat|Zagreb
CUB|Cuba||Cuban|Havana
CYP|Cyprus||Cypriot|Nicosia
CZE|Czech Republic|Czechia|Czech|Prague
DNK|Denmark||Danish,Dane,Danes|Copenhagen
DJI|Djibouti||Djiboutian|
DOM|Dominican Republic||Dominican|Santo Domingo
TLS|East Timor|Timor-Leste|Timorese|Dili
ECU|Ecuador||Ecuadorian,Ecuadorean|Quito
EGY|Egypt||Egyptian|Cairo
SLV|El Salvador||Salvadoran,Salvadorean|San Salvador
GNQ|Equatorial Guinea||Equatoguinean|Malabo
ERI|Eritrea||Eritrean|Asmara
EST|Estonia||Estonian|Tallinn
SWZ|Eswatini|Swaziland|Swazi|Mbabane
ETH|Ethiopia||Ethiopian|Addis Ababa
FJI|Fiji||Fijian|Suva
FIN|Finland||Finnish,Finn,Finns|Helsinki
FRA|France||French,Frenchman|Paris
GAB|Gabon||Gabonese|Libreville
GMB|Gambia|The Gambia|Gambian|Banjul
GEO|Georgia||Georgian|Tbilisi
DEU|Germany|Federal Republic of Germany|German|Berlin
GHA|Ghana||Ghanaian|Accra
GRC|Greece||Greek|Athens
GRD|Grenada||Grenadian|
GTM|Guatemala||Guatemalan|Guatemala City
GIN|Guinea||Guinean|Conakry
GNB|Guinea-Bissau||Bissau-Guinean|Bissau
GUY|Guyana||Guyanese|Georgetown
HTI|Haiti||Haitian|Port-au-Prince
HND|Honduras||Honduran|Tegucigalpa
HKG|Hong Kong||Hongkonger|
HUN|Hungary||Hungarian|Budapest
ISL|Iceland||Icelandic,Icelander|Reykjavik
IND|India||Indian|New Delhi,Delhi
IDN|Indonesia||Indonesian|Jakarta
IRN|Iran|Islamic Republic of Iran|Iranian|Tehran
IRQ|Iraq||Iraqi|Baghdad
IRL|Ireland|Republic of Ireland|Irish,Irishman|Dublin
ISR|Israel||Israeli|Jerusalem,Tel Aviv
ITA|Italy||Italian|Rome
JAM|Jamaica||Jamaican|Kingston
JPN|Japan||Japanese|Tokyo
JOR|Jordan||Jordanian|Amman
KAZ|Kazakhstan||Kazakh,Kazakhstani|Astana,Nur-Sultan
KEN|Kenya||Kenyan|Nairobi
PRK|North Korea|DPRK,Democratic People's Republic of Korea|North Korean|Pyongyang
KOR|South Korea|Republic of Korea,ROK|South Korean|Seoul
XKX|Kosovo||Kosovar,Kosovan|Pristina
KWT|Kuwait||Kuwaiti|Kuwait City
KGZ|Kyrgyzstan||Kyrgyz|Bishkek
LAO|Laos||Lao,Laotian|Vientiane
LVA|Latvia||Latvian|Riga
LBN|Lebanon||Lebanese|Beirut
LSO|Lesotho||Basotho|Maseru
LBR|Liberia||Liberian|Monrovia
LBY|Libya||Libyan|Tripoli
LIE|Liechtenstein|||Vaduz
LTU|Lithuania||Lithuanian|Vilnius
LUX|Luxembourg||Luxembourgish|
MDG|Madagascar||Malagasy,Madagascan|Antananarivo
MWI|Malawi||Malawian|Lilongwe
MYS|Malaysia||Malaysian|Kuala Lumpur
MDV|Maldives||Maldivian|Male
MLI|Mali||Malian|Bamako
MLT|Malta||Maltese|Valletta
MRT|Mauritania||Mauritanian|Nouakchott
MUS|Mauritius||Mauritian|Port Louis
MEX|Mexico||Mexican|Mexico City
MDA|Moldova||Moldovan|Chisinau
MCO|Monaco||Monegasque|
MNG|Mongolia||Mongolian|Ulaanbaatar
MNE|Montenegro||Montenegrin|Podgorica
MAR|Morocco||Moroccan|Rabat
MOZ|Mozambique||Mozambican|Maputo
MMR|Myanmar|Burma|Burmese|Naypyidaw
NAM|Namibia||Namibian|Windhoek
NPL|Nepal||Nepali,Nepalese|Kathmandu
NLD|Netherlands|The Netherlands,Holland|Dutch,Dutchman|The Hague
NZL|New Zealand||New Zealander|Wellington
NIC|Nicaragua||Nicaraguan|Managua
NER|Niger||Nigerien|Niamey
NGA|Nigeria||Nigerian|Abuja
MKD|North Macedonia|Macedonia|Macedonian|Skopje
NOR|Norway||Norwegian|Oslo
OMN|Oman||Omani|Muscat
PAK|Pakistan||Pakistani|Islamabad
PSE|Palestine|Palestinian Authority,Palestinian territories|Palestinian|Ramallah
PAN|Panama||Panamanian|Panama City
PNG|Papua New Guinea||Papua New Guinean|Port Moresby
PRY|Paraguay||Paraguayan|Asuncion
PER|Peru||Peruvian|Lima
PHL|Philippines|The Philippines|Philippine,Filipino|Manila
POL|Poland||Polish,Pole,Poles|Warsaw
PRT|Portugal||Portuguese|Lisbon
QAT|Qatar||Qatari|Doha
ROU|Romania||Romanian|Bucharest
RUS|Russia|Russian Federation|Russian|Moscow
RWA|Rwanda||Rwandan|Kigali
WSM|Samoa||Samoan|Apia
SAU|Saudi Arabia|Kingdom of Saudi Arabia|Saudi,Saudis,Saudi Arabian|Riyadh
SEN|Senegal||Senegalese|Dakar
SRB|Serbia||Serbian,Serb|Belgrade
SYC|Seychelles||Seychellois|Victoria
SLE|Sierra Leone||Sierra Leonean|Freetown
SGP|Singapore||Singaporean|
SVK|Slovakia||Slovak,Slovakian|Bratislava
SVN|Slovenia||Slovenian,Slovene|Ljubljana
SOM|Somalia||Somali|Mogadishu
ZAF|South Africa||South African|Pretoria
SSD|South Sudan||South Sudanese|Juba
ESP|Spain||Spanish,Spaniard|Madrid
LKA|Sri Lanka||Sri Lankan|Colombo
SDN|Sudan||Sudanese|Khartoum
SUR|Suriname||Surinamese|Paramaribo
SWE|Sweden||Swedish,Swede,Swedes|Stockholm
CHE|Switzerland||Swiss|Bern
SYR|Syria|Syrian Arab Republic|Syrian|Damascus
TWN|Taiwan||Taiwanese|Taipei
TJK|Tajikistan||Tajik|Dushanbe
TZA|Tanzania||Tanzanian|Dodoma
THA|Thailand||Thai|Bangkok
TGO|Togo||Togolese|Lome
TTO|Trinidad and Tobago||Trinidadian|Port of Spain
TUN|Tunisia||Tunisian|Tunis
TUR|Turkey|Türkiye,Republic of Turkey|Turkish,Turk,Turks|Ankara
TKM|Turkmenistan||Turkmen|Ashgabat
UGA|Uganda||Ugandan|Kampala
UKR|Ukraine||Ukrainian|Kyiv,Kiev
ARE|United Arab Emirates|UAE,U.A.E.,Emirates|Emirati|Abu Dhabi
GBR|United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton,Britons|London
USA|United States|US,U.S.,USA,U.S.A.,United States of America,America|American|Washington
URY|Uruguay||Uruguayan|Montevideo
UZB|Uzbekistan||Uzbek|Tashkent
VEN|Venezuela||Venezuelan|Caracas
VNM|Vietnam||Vietnamese|Hanoi
YEM|Yemen||Yemeni|Sanaa,Sana'a
ZMB|Zambia||Zambian|Lusaka
ZWE|Zimbabwe||Zimbabwean|Harare
VAT|Vatican City|Vatican,Holy See||
";

/// How a word or name points at a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sense {
    /// Names the country itself.
    Name,
    /// Adjective or inhabitant.
    Demonym,
    /// Seat of government.
    Seat,
}

/// A country as some form of it is found in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-3 code.
    pub(crate) code: &'static str,
    /// How the form points at it.
    pub(crate) sense: Sense,
}

/// Every form with what it means, sorted by form.
pub(crate) struct Countries(Vec<(&'static str, Country)>);

impl Countries {
    pub(crate) fn load() -> Self {
        let mut forms: Vec<_> = TABLE.lines().flat_map(forms_of_row).collect();
        forms.sort_by_key(|&(form, country)| (form, country.sense));
        Countries(forms)
    }

    /// The country that `form` names, spelled as in the table or, for inhabitants, in the plural.
    pub(crate) fn get(&self, form: &str) -> Option<Country> {
        let find = |form: &str| {
            let at = self.0.partition_point(|&(known, _)| known < form);
            self.0.get(at).filter(|(known, _)| *known == form).map(|&(_, country)| country)
        };
        let plural =
            || form.strip_suffix('s').and_then(find).filter(|country| country.sense == Sense::Demonym);
        find(form).or_else(plural)
    }
}

fn forms_of_row(row: &'static str) -> impl Iterator<Item = (&'static str, Country)> {
    let mut fields = row.split('|');
    let code = fields.next().unwrap_or_default();
    let senses = [Sense::Name, Sense::Name, Sense::Demonym, Sense::Seat];
    fields.zip(senses).flat_map(move |(field, sense)| {
        let forms = field.split(',').filter(|form| !form.is_empty());
        forms.map(move |form| (form, Country { code, sense }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_five_fields_and_a_code() {
        for row in TABLE.lines() {
            assert_eq!(row.split('|').count(), 5, "{row}");
            assert!(row.split('|').next().unwrap().chars().all(|c| c.is_ascii_uppercase()), "{row}");
        }
    }

    #[test]
    fn forms_lead_to_their_country() {
        let countries = Countries::load();
        for (form, code, sense) in [
            ("U.S.", "USA", Sense::Name),
            ("Turkish", "TUR", Sense::Demonym),
            ("Iranians", "IRN", Sense::Demonym),
            ("Moscow", "RUS", Sense::Seat),
            ("Great Britain", "GBR", Sense::Name),
        ] {
            let country = countries.get(form).unwrap();
            assert_eq!((country.code, country.sense), (code, sense), "{form}");
        }
        assert!(countries.get("Franc").is_none());
        assert!(countries.get("Turkeys").is_none(), "only inhabitants have a plural");
    }
}
