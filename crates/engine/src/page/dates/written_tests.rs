//! Checks dates as they are written in many languages, and what looks like one and isn't.

use super::written::{Order, Writing, dates};
use crate::date::Date;
use proptest::prelude::*;

fn day_in(text: &str, language: &str, order: Order) -> Option<String> {
    let found = dates(text, Writing { language, order });
    found.first().filter(|found| found.other.is_none()).map(|found| found.day.to_string())
}

#[test]
fn the_same_day_in_the_languages_of_the_news() {
    for (language, text) in [
        ("en", "Published: May 22, 2017, 12:28 pm"),
        ("en", "Monday, 22nd of May, 2017"),
        ("en", "22-May-2017"),
        ("en", "Mon May 22 12:28:00 EST 2017"),
        ("de", "Montag, 22. Mai 2017"),
        ("de", "22.05.2017, 12:28 Uhr"),
        ("de", "22. 5. 2017"),
        ("fr", "Publié le lundi 22 mai 2017 à 12h28"),
        ("es", "22 de mayo de 2017"),
        ("es", "22/05/2017"),
        ("gl", "22 de maio de 2017"),
        ("ca", "22 de maig del 2017"),
        ("pt", "Segunda-feira, 22 de maio de 2017"),
        ("it", "22 maggio 2017"),
        ("ro", "22 mai 2017"),
        ("nl", "22 mei 2017"),
        ("af", "22 Mei 2017"),
        ("sv", "22 maj 2017"),
        ("da", "22. maj 2017"),
        ("no", "22. mai 2017"),
        ("nb", "22. mai 2017"),
        ("is", "22. maí 2017"),
        ("fi", "22. toukokuuta 2017"),
        ("et", "22. mai 2017"),
        ("lv", "2017. gada 22. maijs"),
        ("lt", "2017 m. gegužės 22 d."),
        ("pl", "22 maja 2017"),
        ("cs", "22. května 2017"),
        ("sk", "22. mája 2017"),
        ("sl", "22. maj 2017"),
        ("hr", "22. svibnja 2017."),
        ("sr", "22. мај 2017."),
        ("hu", "2017. május 22., hétfő"),
        ("sq", "22 Maj 2017"),
        ("tr", "22 Mayıs 2017 Pazartesi"),
        ("az", "22 may 2017"),
        ("el", "22 Μαΐου 2017"),
        ("ru", "22 мая 2017 г., 12:28"),
        ("uk", "22 травня 2017"),
        ("be", "22 мая 2017"),
        ("bg", "22 май 2017"),
        ("mk", "22 мај 2017"),
        ("ar", "٢٢ مايو ٢٠١٧"),
        ("ar", "الاثنين 22 أيار / مايو 2017"),
        ("ar", "22 ماي 2017"),
        ("he", "22 במאי 2017"),
        ("fa", "۱ خرداد ۱۳۹۶"),
        ("fa", "۱۳۹۶/۳/۱"),
        ("fa", "22 مه 2017"),
        ("ur", "22 مئی 2017"),
        ("hi", "22 मई 2017"),
        ("bn", "২২ মে ২০১৭"),
        ("ta", "22 மே 2017"),
        ("th", "22 พฤษภาคม 2560"),
        ("th", "22 พ.ค. 2560"),
        ("vi", "Thứ hai, 22 tháng 5 năm 2017"),
        ("vi", "22/05/2017"),
        ("id", "Senin, 22 Mei 2017"),
        ("ms", "22 Mei 2017"),
        ("sw", "22 Mei 2017"),
        ("eu", "2017ko maiatzaren 22a"),
        ("cy", "22 Mai 2017"),
        ("ga", "22 Bealtaine 2017"),
        ("ka", "22 მაისი 2017"),
        ("hy", "22 մայիսի 2017"),
        ("ja", "2017年5月22日（月）12時28分"),
        ("ja", "平成29年5月22日"),
        ("ja", "２０１７年５月２２日"),
        ("zh", "2017年05月22日 12:28"),
        ("zh", "2017-05-22 12:28"),
        ("ko", "2017년 5월 22일"),
        ("ko", "입력 2017.05.22 12:28"),
        ("ko", "2017. 5. 22."),
        // Declared wrongly, and told by the word itself.
        ("en", "22 мая 2017"),
        ("de", "May 22, 2017"),
    ] {
        assert_eq!(day_in(text, language, Order::DayFirst).as_deref(), Some("2017-05-22"), "{language}: {text}");
    }
}

#[test]
fn every_month_of_a_language_is_told_apart() {
    for (language, names) in [
        ("cs", "ledna února března dubna května června července srpna září října listopadu prosince"),
        ("pl", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
        ("hr", "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca"),
        (
            "fi",
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        ),
        ("lt", "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio"),
        ("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ("tr", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
        (
            "el",
            "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
        ),
        ("uk", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
        ("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        ("ar", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
        ("he", "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"),
        ("hi", "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
        ("th", "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"),
        ("id", "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"),
        ("sq", "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor"),
        ("eu", "urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua"),
        ("cy", "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"),
    ] {
        for (index, name) in names.split(' ').enumerate() {
            let expected = format!("2017-{:02}-09", index + 1);
            assert_eq!(
                day_in(&format!("9 {name} 2017"), language, Order::DayFirst),
                Some(expected),
                "{language}: {name}"
            );
        }
    }
    for (name, month) in [("كانون الثاني", "01"), ("تشرين الأول", "10"), ("تشرين الثاني", "11"), ("كانون الأول", "12")]
    {
        let expected = format!("2017-{month}-09");
        assert_eq!(day_in(&format!("9 {name} 2017"), "ar", Order::DayFirst), Some(expected), "{name}");
    }
}

#[test]
fn day_and_month_in_numbers() {
    for (text, order, expected) in [
        ("5/6/2017", Order::DayFirst, Some("2017-06-05")),
        ("5/6/2017", Order::MonthFirst, Some("2017-05-06")),
        ("5/6/2017", Order::Unknown, None),
        ("22/5/2017", Order::MonthFirst, Some("2017-05-22")),
        ("5/22/2017", Order::DayFirst, Some("2017-05-22")),
        ("5/5/2017", Order::Unknown, Some("2017-05-05")),
        ("05.06.2017", Order::MonthFirst, Some("2017-06-05")),
    ] {
        assert_eq!(day_in(text, "en", order).as_deref(), expected, "{text} {order:?}");
    }
}

#[test]
fn what_is_no_date() {
    for text in [
        "0000-00-00",
        "3017-05-22",
        "1970-01-01",
        "2017-02-30",
        "22 May",
        "May 2017",
        "22 maybe 17",
        "1.22.5.2017",
        "22.5.2017.3",
        "192.168.20.17",
        "22.5.20171",
        "00/00/2017",
        "Version 10.4.2017.1",
        "2017-05",
        "call 0171-22-2017",
        "9 رمضان 1438",
    ] {
        assert_eq!(day_in(text, "en", Order::DayFirst), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_date_found_stands_in_the_text(text in r"([0-9]{1,8}|[./, -]|May|mai|мая|年|月|日|T|Z|:|de|st|[a-z]){0,24}", language in "en|de|ja|th|fa|vi|lt") {
        for found in dates(&text, Writing { language: &language, order: Order::Unknown }) {
            let (year, month, day) = found.day.parts();
            prop_assert_eq!(Date::new(year, month, day), Some(found.day));
            let written = &text[found.range];
            let numbers: Vec<u16> = written.split(|digit: char| !digit.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            // Years of other calendars are converted.
            if numbers.contains(&year) {
                prop_assert!(numbers.contains(&u16::from(day)), "{written}");
            } else {
                prop_assert!(matches!(language.as_str(), "th" | "fa"), "{written}");
            }
        }
    }
}
