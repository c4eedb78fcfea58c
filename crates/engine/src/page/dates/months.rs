//! Names of the months in the languages of the news, as the beginnings that tell them apart.

use unicode_normalization::char::decompose_canonical;

/// The beginnings of the twelve months in one language: `/` between the ways to write one, `_` between its two words.
struct Language {
    subtags: &'static str,
    months: &'static str,
}

const fn months(subtags: &'static str, months: &'static str) -> Language {
    Language { subtags, months }
}

/// Folded as [`fold`] does. A beginning is enough, because a month is only looked for between a day and a year.
const LANGUAGES: &[Language] = &[
    months("en", "jan feb mar apr may jun jul aug sep oct nov dec"),
    months("de", "jan feb mar/mrz apr mai jun jul aug sep okt nov dez"),
    months("fr", "janv fev mars avr mai juin juil aou sept oct nov dec"),
    months("es gl", "ene/xan feb mar abr may/mai jun/xun jul/xul ago sep/set oct/out nov dic/dec"),
    months("ca", "gen feb mar abr maig jun jul ago set oct nov des"),
    months("pt", "jan fev mar abr mai jun jul ago set out nov dez"),
    months("it", "gen feb mar apr mag giu lug ago set ott nov dic"),
    months("nl af", "jan feb mrt/maa/mar apr mei jun jul aug sep okt nov dec/des"),
    months("sv da no nb nn lv sk", "jan feb mar apr maj/mai jun jul aug sep okt nov dec/des"),
    months("is fo", "jan feb mar apr mai jun jul agu/aug sep okt nov des"),
    months("fi", "tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu"),
    months("et", "jaan veeb mar apr mai juun juul aug sept okt nov dets"),
    months("lt", "saus vas kov bal geg bir lie rugpj rugs spal lapkr gruod"),
    months("pl", "sty lut mar kwie maj cze lip sier wrze paz lis gru"),
    months("cs", "led uno bre dub kve cer cervenc/cervenec srp zar rij lis pros"),
    months("sl", "jan feb mar apr maj jun jul avg sep okt nov dec"),
    months("hr", "sije velj ozuj trav svib lip srp kolovoz ruj lis stud prosin"),
    months(
        "sr bs sh",
        "jan/јан feb/феб mar/мар apr/апр maj/мај jun/јун jul/јул avg/авг sep/сеп okt/окт nov/нов dec/дец",
    ),
    months("ro", "ian feb mar apr mai iun iul aug sep oct noi/nov dec"),
    months("hu", "jan feb mar apr maj jun jul aug szep okt nov dec"),
    months("sq", "jan shku mar pri maj qer korr gush shta tet nen dhje"),
    months("tr az", "oca/yan sub/fev mar nis/apr may haz/iyun tem/iyul agu/avq eyl/sen eki/okt kas/noy ara/dek"),
    months("el", "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ"),
    months("ru", "янв фев мар апр мая/маи июн июл авг сен окт ноя дек"),
    months("uk", "січ лют бер квіт трав черв лип серп верес жовт листоп груд"),
    months("be", "студ лют сак крас мая/трау чэрв ліп жнів верас кастр лістап снеж"),
    months("bg", "яну фев мар апр маи юни юли авг сеп окт ное дек"),
    months("mk", "јан фев мар апр мај јун јул авг сеп окт ное дек"),
    months(
        "ar",
        "ینایر/جانفی/کانون_الثانی فبرایر/فیفری/شباط مارس/اذار ابریل/افریل/نیسان مای/ایار یونیو/جوان/حزیران یولیو/جویلیة/تموز اغسطس/اوت/اب/غشت سبتمبر/ایلول/شتنبر اکتوبر/تشرین_الاول نوفمبر/تشرین_الثانی/نونبر دیسمبر/کانون_الاول/دجنبر",
    ),
    months("he", "ינואר פברואר מרץ/מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
    months("fa ps", "ژانویه فوریه مارس اوریل مه/می ژوین ژوییه اوت سپتامبر اکتبر نوامبر دسامبر"),
    months("ur", "جنوری فروری مارچ اپریل میی/مءی جون جولایی اگست ستمبر اکتوبر نومبر دسمبر"),
    months("hi mr ne", "जन फर/फ़र मार्च अप्र/एप्र मई/मे जून/जुन जुल अग/ऑग सित/सप्ट/सेप्ट अक्ट/ऑक्ट नव/नोव्ह दिस/डिस"),
    months("bn", "জান ফেব মার্চ এপ্রিল মে জুন জুল আগ সেপ অক্ট নভ ডিস"),
    months("ta", "ஜன பிப் மார் ஏப் மே ஜூன் ஜூலை ஆக செப் அக் நவ டிச"),
    months(
        "th",
        "มกรา/ม.ค กุมภา/ก.พ มีนา/มี.ค เมษา/เม.ย พฤษภา/พ.ค มิถุนา/มิ.ย กรกฎา/ก.ค สิงหา/ส.ค กันยา/ก.ย ตุลา/ต.ค พฤศจิกา/พ.ย ธันวา/ธ.ค",
    ),
    months("id ms", "jan feb/peb mar/mac apr mei jun jul agu/agt/ogo sep okt nov/nop des/dis"),
    months("sw", "jan feb mac/mar apr mei jun jul ago sep okt nov des"),
    months("eu", "urt ots martx api mai eka uzt abu ira urr aza abe"),
    months("cy", "ion chwe maw ebr mai meh gorff awst medi hyd tach rhag"),
    months("ga", "ean fea mar aib beal meith iuil lun mean deireadh samh nol"),
    months("ka", "იან თებ მარ აპრ მაი ივნ ივლ აგვ სექ ოქტ ნოე დეკ"),
    months("hy", "հուն փետ մար ապր մայ հունիս հուլ օգո սեպ հոկ նոյ դեկ"),
];

/// The months of the Persian calendar, and their names in Afghanistan.
const PERSIAN: &str = "فرورد/حمل اردی/ثور خرداد/جوزا تیر/سرطان مرداد/امرداد/اسد شهریور/سنبله مهر/میزان ابان/عقرب اذر/قوس دی/جدی بهمن/دلو اسفند/حوت";

/// The words by which Vietnamese numbers its months.
const VIETNAMESE: &str = "mot hai ba tu nam sau bay tam chin muoi_ muoi_mot muoi_hai";

/// A word in lower case without accents or vowel points: what month names are compared in.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::new();
    for character in word.chars().flat_map(char::to_lowercase) {
        // Korean syllables would come apart into their letters.
        if matches!(character as u32, 0xAC00..=0xD7A3) {
            folded.push(character);
            continue;
        }
        decompose_canonical(character, |part| match part as u32 {
            0x0300..=0x036F | 0x0610..=0x061A | 0x0640 | 0x064B..=0x0655 | 0x0670 | 0x200C..=0x200F => {}
            // Arabic and Persian write the same letters with codes of their own.
            0x0643 => folded.push('ک'),
            0x0649 | 0x064A => folded.push('ی'),
            _ => folded.push(part),
        });
    }
    folded
}

/// The month, 1 to 12, that the folded `word` names: in `language`, else in every other language that knows it alike.
pub(super) fn month(word: &str, language: &str) -> Option<u8> {
    if !word.chars().next().is_some_and(char::is_alphabetic) {
        return None;
    }
    let own = LANGUAGES.iter().find(|each| each.subtags.split(' ').any(|subtag| subtag == language));
    if let Some(month) = own.and_then(|own| named_in(own.months, word)) {
        return Some(month);
    }
    let mut found = None;
    for language in LANGUAGES {
        if let Some(month) = named_in(language.months, word) {
            if found.is_some_and(|found| found != month) {
                return None;
            }
            found = Some(month);
        }
    }
    found
}

/// The month of the Persian calendar that the folded `word` names.
pub(super) fn persian_month(word: &str) -> Option<u8> {
    named_in(PERSIAN, word)
}

/// The month that the folded numerals `words` number, which may be two with `_` between them.
pub(super) fn vietnamese_month(words: &str) -> Option<u8> {
    named_in(VIETNAMESE, words)
}

/// The month whose beginning `word` has; the longest decides, as between červen and červenec.
fn named_in(months: &str, word: &str) -> Option<u8> {
    // Hebrew writes "in May" as one word.
    let word = word.strip_prefix('ב').unwrap_or(word);
    let mut best = (0, None);
    for (index, names) in months.split(' ').enumerate() {
        for beginning in names.split('/') {
            if word.starts_with(beginning) && beginning.len() > best.0 {
                best = (beginning.len(), Some(index as u8 + 1));
            }
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_hold_twelve_folded_months() {
        for months in LANGUAGES.iter().map(|language| language.months).chain([PERSIAN, VIETNAMESE]) {
            assert_eq!(months.split(' ').count(), 12, "{months}");
            assert_eq!(fold(months), months);
        }
    }
}
