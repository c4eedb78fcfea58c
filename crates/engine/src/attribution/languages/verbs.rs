//! Which words report a quotation in these languages: verbs by their stems and endings, and the words that lists hold whole.

use super::in_list;
use super::lists::Lists;
use crate::order::sort_by_key;
use std::sync::OnceLock;

/// The verbs of saying of one language, but for irregular ones.
pub(super) struct Verbs {
    /// Stems of verbs that report wherever they stand.
    pub stems: &'static str,
    /// Stems of verbs that report only behind a quotation, as "räumte ein" does: elsewhere they mean something else.
    pub stems_behind: &'static str,
    /// What the finite forms add to a stem, and participles where a helping verb may stand before them.
    pub endings: &'static [&'static str],
    /// Whole words that report only behind a quotation.
    pub words_behind: &'static str,
    /// The stems of both lists in order, each with whether it reports only behind a quotation.
    sorted: OnceLock<Vec<(&'static str, bool)>>,
}

pub(super) static GERMAN: Verbs = Verbs {
    stems: "sag erklär beton schreib mein berichte warn kritisier ergänz antworte frag behaupte bekräftig versicher erzähl \
        erläuter befürchte beklag klag lob mahn vermute bemerk schilder resümier unterstreich bedauer bestätig appellier \
        argumentier kommentier monier bilanzier wetter schimpf scherz prophezei präzisier entgegn erwider begründe \
        twitter jubel schwärm verkünde versprech",
    stems_behind: "räum führ stell fass merk leg füg teil hoff glaub freu erinner äußer ärger wunder wünsch ermahn \
        notier spöttel protestier seufz stöhn mutmaß schlussfolger zürn frohlock murmel beschreib urteil folger bezweifel reg bemängel verteidig droh poch gratulier plädier begrüß flüster brüll tön staun sorg",
    endings: &["t", "te", "ten"],
    words_behind: "so laut sagen meinen glauben erzählen berichten schreiben erklären warnen gibt geben weiß findet fand \
        ruft rufen spricht sprach hält verspricht versprach empfiehlt empfahl riet gesteht gestand \
        verrät verriet wirft ließ lässt fordern kritisieren",
    sorted: OnceLock::new(),
};

pub(super) static FRENCH: Verbs = Verbs {
    stems: "déclar affirm expliqu ajout indiqu estim assur précis soulign annonç annonc confi rappel rappell insist regrett \
        dénonc dénonç martel martèl déplor alert rapport réclam ironis résum jug comment rétorqu gliss détaill justifi \
        confirm plaid racont témoign félicit argument nuanc nuanç exhort constat évoqu critiqu fustig analys \
        recommand rassur assèn assén enchaîn relativis temporis interrog raill conseill observ relat remarqu récapitul exclam révolt indign réitèr réitér considèr considér",
    stems_behind: "lanc lanç souffl tempêt tonn pest grinc confess préconis avanc avanç tranch point not clam plaisant certifi abond lâch énumèr énumér",
    endings: &["é", "e", "ent", "ait", "aient", "a", "èrent"],
    words_behind: "soupire sourit rit réjouit renchérit prédit décrit",
    sorted: OnceLock::new(),
};

pub(super) static SPANISH: Verbs = Verbs {
    stems: "afirm asegur explic señal declar indic subray anunci denunci manifest apunt insist coment lament critic \
        expres precis destac recalc remarc reiter inform aclar resalt enfatiz alert avis consider reafirm cuestion \
        apostill puntualiz detall matiz relat narr argument confirm critic celebr revel respald sentenci exclam opin \
        pregunt confes pronostic razon resum conden contest replic justific ratific especific rechaz \
        zanj ironiz rememor vaticin remat record reaccion agreg asever garantiz adelant profundiz plante describi refiri desminti arremeti",
    stems_behind: "espet desliz abund solt lanz inst analiz sincer ilustr brome reproch agradec valor observ augur",
    endings: &["ó", "aron", "a", "an", "aba", "aban", "ado"],
    words_behind: "cita dicta reza tiró pidió pidieron pide piden describe describen refiere refieren arremete propone desmiente propuso predijo",
    sorted: OnceLock::new(),
};

pub(super) static RUSSIAN: Verbs = Verbs {
    stems: "сказал заявил сообщил отметил добавил подчеркнул написал рассказал напомнил пояснил объяснил уточнил ответил \
        спросил заметил признал констатировал резюмировал заключил предупредил прокомментировал указал предположил заверил \
        утверждал говорил воскликнул возразил посетовал рассудил подытожил подтвердил посоветовал рассуждал парировал",
    stems_behind: "продолжил продолжал пообещал пошутил попросил запротестовал начал закончил усмехнулся призвал поблагодарил поздравил \
        отрезал вздохнул посчитал решил потребовал",
    endings: &["", "а", "и", "о"],
    words_behind: "словам мнению утверждению комментирует резюмирует отвечает замечает сетует предупреждает признает признаёт \
        продолжает поясняет уточняет",
    sorted: OnceLock::new(),
};

pub(super) static ARABIC: Verbs = Verbs {
    stems: "قال أضاف أكد صرح أوضح أعلن كتب ذكر شدد تابع اعتبر أشار لفت حذر رأى نفى تساءل علق أردف استطرد \
        اضاف اكد اوضح اعلن اشار أفاد افاد كشف أكّد صرّح شدّد حذّر دعا طالب ندد استنكر نبه أقر اعترف زعم رجح توقع \
        اعرب أعرب جدد استدرك واصل",
    stems_behind: "",
    endings: &["", "ت"],
    words_behind: "بحسب وفق حسب",
    sorted: OnceLock::new(),
};

impl Verbs {
    /// Whether a word is a form of a listed verb, and if so whether that verb reports only behind a quotation. Asked of most words
    /// near a quotation, so stems are looked up rather than walked.
    fn form(&self, word: &str) -> Option<bool> {
        let sorted = self.sorted.get_or_init(|| {
            let stems = self.stems.split_whitespace().map(|stem| (stem, false));
            let mut all: Vec<_> = stems.chain(self.stems_behind.split_whitespace().map(|stem| (stem, true))).collect();
            sort_by_key(&mut all, |(stem, _)| *stem);
            all
        });
        let listed = |stem: &str| {
            let index = sorted.partition_point(|(other, _)| *other < stem);
            sorted.get(index).filter(|(other, _)| *other == stem).map(|(_, behind)| *behind)
        };
        let stems = self.endings.iter().filter_map(|ending| word.strip_suffix(ending));
        stems.filter_map(listed).min()
    }
}

/// Whether a word reports a quotation on either side of it.
pub(super) fn reports(lists: &Lists, word: &str) -> bool {
    [word, bare(lists, word)].iter().any(|word| lists.verbs.form(word) == Some(false)) || in_list(lists.cues, word)
}

/// Whether a word reports the quotation that ends before it.
pub(super) fn reports_behind(lists: &Lists, word: &str) -> bool {
    reports(lists, word) || lists.verbs.form(word).is_some() || in_list(lists.verbs.words_behind, word)
}

/// A word without the "and" that is one with it in Arabic.
fn bare<'w>(lists: &Lists, word: &'w str) -> &'w str {
    if lists.verb_first { word.strip_prefix(['و', 'ف']).unwrap_or(word) } else { word }
}
