//! Tables of who is found to have said what, by the order of quotation, verb and source in five languages.

use super::super::attribute;
use crate::document::Document;

/// "Speaker | content … content", one a statement.
#[track_caller]
pub(super) fn check(language: &str, text: &str, expected: &str) {
    let found = attribute(&Document::from_plain(text, language), &[], None, None);
    let lines: Vec<String> = found
        .iter()
        .map(|found| {
            let content: Vec<&str> = found.content.iter().map(|range| &text[range.clone()]).collect();
            format!("{} | {}", found.speaker.as_ref().map_or("-", |voice| &voice.text), content.join(" … "))
        })
        .collect();
    assert_eq!(lines.join("; "), expected, "{text}");
}

#[test]
fn verbs_in_their_forms() {
    for (language, text, speaker) in [
        ("de", "„Das Tal ist wieder frei“, räumte Anna Weber ein.", "Anna Weber"),
        ("de", "„Das Tal ist wieder frei“, erinnert sich Anna Weber.", "Anna Weber"),
        ("de", "„Das Tal ist wieder frei“, schreiben die Wirte.", "Wirte"),
        ("de", "„Das Tal ist wieder frei“, gibt der Arzt schließlich zu bedenken.", "Arzt"),
        ("fr", "« La vallée est rouverte », déplorait le maire.", "maire"),
        ("fr", "« La vallée est rouverte », nous confiait Jean Petit.", "Jean Petit"),
        ("fr", "« La vallée est rouverte », résume l’élu.", "l’élu"),
        ("fr", "« La vallée est rouverte », a averti le ministre dans une lettre.", "ministre"),
        ("es", "“El valle está abierto”, recalcaba Ana Ruiz.", "Ana Ruiz"),
        ("es", "“El valle está abierto”, se pregunta Ana Ruiz.", "Ana Ruiz"),
        ("es", "“El valle está abierto”, zanjaron los alcaldes.", "alcaldes"),
        ("ru", "«Долина снова открыта», — предупредила Анна Лунина.", "Анна Лунина"),
        ("ar", "\"الطريق مفتوح من جديد\"، وحذر الوزير.", "الوزير"),
    ] {
        let (quotation, _) = text.split_at(text.find(['،', ',']).expect("a comma ends the quotation"));
        check(language, text, &format!("{speaker} | {quotation}"));
    }
}

#[test]
fn words_that_only_look_like_a_verb_with_its_source() {
    for (language, text) in [
        ("de", "„Das Tal ist wieder frei“, heißt es darin."),
        ("de", "„Das Tal ist frei“, hat Weber dem Boten im Mai erzählt."),
        ("de", "Die Gruppe „Das kleine Tal“ warnt die Wirte."),
        ("fr", "« La vallée est rouverte », peut-on lire."),
        ("fr", "La note : « La vallée est rouverte. »"),
        ("fr", "Le film « La vallée est rouverte » dénonce le ministre."),
        ("es", "La denuncia: “El valle está abierto para todos”."),
        ("es", "Destaca la figura del pintor: “Un valle abierto para todos”."),
        ("ru", "И я спросил министра: «Долина снова открыта для всех?»"),
    ] {
        check(language, text, "");
    }
}

#[test]
fn sources_with_an_apposition() {
    for (language, text, expected) in [
        (
            "es",
            "El director del museo, Luis Paz, respondió en la radio: “El valle está abierto”.",
            "Luis Paz | “El valle está abierto”",
        ),
        (
            "es",
            "Luis Paz, guía del museo de la villa, respondió: “El valle está abierto”.",
            "Luis Paz | “El valle está abierto”",
        ),
        (
            "fr",
            "« La vallée est rouverte », explique l’adjointe à la mer et au port, Luce Petit.",
            "Luce Petit | « La vallée est rouverte »",
        ),
        ("de", "Anna Weber, Wirtin im Tal, sagte: „Das Tal ist frei.“", "Anna Weber | „Das Tal ist frei.“"),
        ("de", "Der Zeitung sagte Anna Weber: „Das Tal ist frei.“", "Anna Weber | „Das Tal ist frei.“"),
        ("de", "Anna Weber: „Das Tal ist frei.“", "Anna Weber | „Das Tal ist frei.“"),
        ("de", "Neues Heft: „Das Tal ist frei.“", ""),
        ("de", "Die Wirtin freut sich: „Das Tal ist frei.“", "Wirtin | „Das Tal ist frei.“"),
        (
            "de",
            "Er kam, sagte der Wirt Adam Lumo und fügte hinzu: „Das Tal ist frei.“",
            "Adam Lumo | „Das Tal ist frei.“",
        ),
        ("de", "Anna Weber räumt ein: „Das Tal ist frei.“", "Anna Weber | „Das Tal ist frei.“"),
        ("de", "Anna Weber stellt ein Buch vor: „Das Tal ist frei.“", ""),
        ("de", "Anna Weber lobt das Buch, „Tal und Wald“, sehr.", ""),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn papers_that_quotations_stand_in() {
    for (language, text, expected) in [
        ("de", "„Das Tal ist frei“, heißt es im Bericht der Stadt.", "Bericht der Stadt | „Das Tal ist frei“"),
        ("de", "„Das Tal ist frei“, heißt es in Berlin.", ""),
        (
            "fr",
            "« La vallée est rouverte », peut-on lire dans la lettre du maire.",
            "lettre du maire | « La vallée est rouverte »",
        ),
        (
            "es",
            "“El valle está abierto”, se lee en el informe de la villa.",
            "informe de la villa | “El valle está abierto”",
        ),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn quotations_that_go_on() {
    for (language, text, expected) in [
        (
            "de",
            "„Das Tal ist frei“, sagte Anna Weber. „Wir gehen los.“ Danach ging sie.",
            "Anna Weber | „Das Tal ist frei“ … „Wir gehen los.“",
        ),
        (
            "fr",
            "« La vallée est rouverte, explique l’élue Luce Petit. Nous restons ici. »",
            "Luce Petit | « La vallée est rouverte … Nous restons ici. »",
        ),
        ("fr", "« La vallée, dit-on, est rouverte. »", ""),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn how_russian_and_arabic_report() {
    for (language, text, expected) in [
        ("ru", "«Долина снова открыта», — говорится в сообщении города.", "сообщении города | «Долина снова открыта»"),
        (
            "ru",
            "Как отметила Анна Лунина, «долина снова открыта для всех».",
            "Анна Лунина | «долина снова открыта для всех»",
        ),
        ("ru", "«Долина снова открыта», — заявил депутат Госдумы Олег Ладин.", "Олег Ладин | «Долина снова открыта»"),
        ("ru", "В мэрии города сообщили: «Долина снова открыта».", "мэрии города | «Долина снова открыта»"),
        ("ru", "«Мы из «Севера», — сказал Олег Ладин.", "Олег Ладин | «Мы из «Севера»"),
        (
            "ru",
            "Олег Ладин признался:\n— Долина снова открыта для всех.",
            "Олег Ладин | Долина снова открыта для всех.",
        ),
        (
            "ar",
            "قال الوزير إن \"الطريق مفتوح من جديد\". وأوضح في تصريح أن \"الطريق آمن أمام الجميع\".",
            "الوزير | \"الطريق مفتوح من جديد\"; الوزير | \"الطريق آمن أمام الجميع\"",
        ),
        ("ar", "\"الطريق مفتوح من جديد\"، بحسب ما قال الوزير.", "الوزير | \"الطريق مفتوح من جديد\""),
        ("ar", "\"الطريق مفتوح من جديد\"، بحسب الوزير.", "الوزير | \"الطريق مفتوح من جديد\""),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn verbs_without_a_subject() {
    for (text, expected) in [
        (
            "“El valle está abierto”, dijo Ana Ruiz. “Todos nos quedamos”, añadió.",
            "Ana Ruiz | “El valle está abierto”; Ana Ruiz | “Todos nos quedamos”",
        ),
        ("Ana Ruiz llegó ayer al valle. “Todos nos quedamos”, dijo en la radio.", "Ana Ruiz | “Todos nos quedamos”"),
        (
            "“El valle está abierto”, dijo Ana Ruiz. Y remató: “Todos nos quedamos”.",
            "Ana Ruiz | “El valle está abierto”; Ana Ruiz | “Todos nos quedamos”",
        ),
        (
            "Una carta de Ana Ruiz llegó al valle. Ruiz vive en la plaza. “Todos nos quedamos”, dijo en la radio.",
            "Ana Ruiz | “Todos nos quedamos”",
        ),
        (
            "Ana Ruiz explicó que Lumo llegó tarde al valle.\n“Todos nos quedamos”, dijo en la radio.",
            "Ana Ruiz | “Todos nos quedamos”",
        ),
        (
            "“El valle está abierto”, dijo Ana Ruiz. Al respecto, explicó que “todos nos quedamos aquí”.",
            "Ana Ruiz | “El valle está abierto”; Ana Ruiz | “todos nos quedamos aquí”",
        ),
        ("La Casa del Valle (CDV) advirtió que “todos se van de aquí”.", "Casa del Valle | “todos se van de aquí”"),
        // Somebody else may be meant.
        ("La marcha de Ana Ruiz fue larga. “Todos nos quedamos”, dijo en la radio.", ""),
        ("La marcha de Lumo frente a Ana Ruiz fue larga. “Todos nos quedamos”, dijo en la radio.", ""),
        (
            "“El valle está abierto”, dijo Ana Ruiz. En la plaza habló el pintor Lumo. “Todos nos quedamos”, añadió.",
            "Ana Ruiz | “El valle está abierto”",
        ),
        ("“Todos nos quedamos”, dijeron.", ""),
        ("“Todos nos quedamos”, añadió.", ""),
    ] {
        check("es", text, expected);
    }
}

#[test]
fn names_that_are_nobody_who_spoke() {
    for (language, text, speaker) in [
        ("de", "Adam Lumo kam ins Tal.\nFoto: Jan Kern/abc\n„Das Tal ist frei“, sagte der 51-Jährige.", "Adam Lumo"),
        ("de", "Obwohl Anna fror, blieb sie. „Das Tal ist frei“, sagte sie.", "sie"),
        ("de", "Wie Jan Kern mag auch Adam Lumo das Tal. „Das Tal ist frei“, sagte er.", "Adam Lumo"),
        ("de", "„Das Tal ist frei“, sagen Forscher um Anna Weber.", "Forscher um Anna Weber"),
        ("es", "7 de mayo GMT\nAna Ruiz llegó ayer. “El valle está abierto”, dijo Ruiz.", "Ana Ruiz"),
    ] {
        let found = attribute(&Document::from_plain(text, language), &[], None, None);
        let last = found.last().and_then(|found| found.speaker.clone()).map_or(String::new(), |voice| voice.text);
        assert_eq!(last, speaker, "{text}");
    }
}
