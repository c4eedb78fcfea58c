//! Common English words that a name may be: forms that need the page's support before they are taken for an entity.

/// In small letters, separated by spaces. What only looks common beside a name that everybody knows (Labour, Congress)
/// is left to the writer of the seeds.
pub const COMMON_WORDS: &str = "\
about above across act action after again against age agency ago air all almost also always among and another any apple area \
army around art as ask at away back bad balance ball bank bar base bay be bear beat bed before best better between big bill \
black block blue board boat body book boots border both bottom box boy break bridge bring brother build building bus business \
but buy by call camp can cap car card care case cash cat cause cell center central centre chain chair challenge change chapter \
charge chase child choice church circle citizen city civil claim class clear close club coach coal coast code cold color come \
common company concord corner could council country court cover crown cup current cut daily dark data date day deal death deep \
delta democracy desert design diamond direct dish do doctor dog dollar done door double down dream drive drop each eagle early \
earth east easy edge eight either end energy enough equality even every express eye face fact fair fall family far farm fast \
father field fight film final fine fire first fish five fly focus follow food for force ford foreign form forward four fox free \
freedom fresh friend from front full fund future game gap garden gas general girl give glass global go gold good grace grand \
great green ground group grow guard guide gun hair half hall hand happy hard have he head health heart heat help here high hill \
hit hold home hope horse hospital hot hotel hour house how hundred ice idea if in iron island it jet job joint joy jump just \
justice keep key kind king knife knight lady lake land large last late law lead leader league left less let letter level life \
light like lime line link lion list little live local long look lord lot love low luck main make man many march mark market mass \
master match matter may mean media medium meet member middle might mile military mind mine minister mirror mission model modern \
money month moon more morning most mother motor mountain mouth move movement much music must name nation national natural nature \
near need never new news next nice night nine no normal north not note now number of off office often oil old on once one only \
open optimum or orange order other our out over own oxygen page paper park part party past path pay peace people perfect person \
phase phone picture piece pilot place plan plane plant play plus point police polo pool poor port post power present president \
press price pride prime prince private prize progress progressive project public pure push queen question quick race radio rail \
rain raise range rate reach read reading ready real record red reform relay renewal report republic rest return rich right ring \
rise river road rock role room root rose round route row royal rule run safe sail sale same sand save school sea second security \
see seed self sense service set seven shape share she shell shield ship shop short show side sign silver simple six sky sleep \
small smart smile snow so solidarity some son song sound south space spare speak special speed spirit spot spring square stage \
stand star start state station stay step still stone stop store story street strong study style subway such sun super sure swift \
table take talk target tax team ten term test than that the then there they thing think third this three tide time title to \
today total tower town track trade train travel tree trinity true trust truth turn two under union unit unity up us use valley \
value van very victory view village visa vision visit voice vote wait walk wall want war watch water wave way we weather week \
welcome well west what wheel when where which white who why wide wild will win wind window wing winter wish with wolf woman wood \
word work world would wrap year yellow yes young zone";

/// Words of names that each country's bodies bear alike, in several languages, in small letters: "Policía Nacional", "Republican Guard".
const GENERIC_WORDS: &str = "\
affairs agricultura agriculture air and armadas armed armies armées army assembleia assemblée asamblea cámara câmara civil \
comissão comisión congreso congresso constitucional constitutional constitutionnel contas conseil consejo corte cour court cuentas da \
das de defence defensa defense defesa defensoria defensoría del deputados deputies des diputados do dos economia economía education \
educación educação ejército electoral eleitoral energía estado exteriores federal finances finanzas fiscalía for foreign fuerza \
fuerzas gendarmerie general gobierno governo guard guardia hacienda high institute instituto interior justice justicia justiça la \
ministère ministerio ministério ministero ministry nacional national nationale naval of pueblo police policia policía polícia polizia \
procuraduría public pública público relaciones relações republican república salud salute santé saúde secretaria secretaría senado \
superior suprema supreme supremo terre the trabajo trabalho transporte transportes transports tribunal universidad universidade \
university";

/// Whether a name of several words says nothing of whose it is, so that only a page on its country tells.
pub fn is_generic(name: &str) -> bool {
    let is_known = |word: &str| GENERIC_WORDS.split_whitespace().any(|known| known == word);
    name.contains(' ') && name.to_lowercase().split(' ').all(is_known)
}

#[cfg(test)]
mod tests {
    use super::{COMMON_WORDS, is_generic};

    #[test]
    fn what_each_country_has_is_generic() {
        for (name, generic) in [
            ("Policía Nacional", true),
            ("Assembleia da República", true),
            ("Assemblée nationale", true),
            ("Assemblée du Sénégal", false),
            ("Ministère de la Justice", true),
            ("Republican Guard", true),
            ("University of Education", true),
            ("Universidad de Chile", false),
            ("Police", false),
            ("", false),
        ] {
            assert_eq!(is_generic(name), generic, "{name}");
        }
    }

    #[test]
    fn words_stand_once_in_order_and_in_small_letters() {
        let words: Vec<&str> = COMMON_WORDS.split_whitespace().collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "out of order");
        assert!(words.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase())));
    }
}
