//! The words by which German, French, Spanish, Russian and Arabic report quotations, and by which they name who speaks.

use super::verbs::{ARABIC, FRENCH, GERMAN, RUSSIAN, SPANISH, Verbs};

/// The words by which one language reports a quotation, in lower case.
pub(super) struct Lists {
    pub language: &'static str,
    /// Verbs of saying by their stems.
    pub verbs: &'static Verbs,
    /// Forms of irregular ones, and words that stand for one after a quotation ("selon").
    pub cues: &'static str,
    /// Helping verbs before a participle: "a déclaré".
    pub helping: &'static str,
    /// He and she.
    pub pronouns: &'static str,
    /// Words that no source goes on over.
    pub borders: &'static str,
    /// Articles and the like that open a phrase and are no part of a name.
    pub articles: &'static str,
    /// Offices: whoever holds one speaks officially.
    pub offices: &'static str,
    /// Bodies that speak.
    pub bodies: &'static str,
    /// Whether the subject follows its verb wherever it stands.
    pub verb_first: bool,
}

pub(super) static LANGUAGES: &[Lists] = &[
    Lists {
        language: "de",
        verbs: &GERMAN,
        cues: "forderte fordert schrieb schrieben kündigte teilte fügte gab rief gesagt geschrieben",
        helping: "hat haben hatte",
        pronouns: "er sie",
        borders: "am im in bei nach dass und auf gegenüber vor zu mit als wie dem den an hinzu bekannt beim weiter heute gestern \
            vom zum zur über unter während angesichts seit für durch noch",
        articles: "der die das dem den ein eine einer",
        offices: "minister ministerin präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin bürgermeister \
            bürgermeisterin oberbürgermeister oberbürgermeisterin sprecher sprecherin staatsanwalt staatsanwältin \
            general landrat landrätin senator senatorin außenminister außenministerin innenminister innenministerin \
            finanzminister verteidigungsminister regierungssprecher polizeisprecher polizeisprecherin \
            ministerpräsident ministerpräsidentin ständerat nationalrat stadtrat gemeinderat",
        bodies: "polizei ministerium innenministerium regierung bundesregierung staatsanwaltschaft feuerwehr behörde \
            partei verband gericht bundeswehr armee außenministerium",
        verb_first: false,
    },
    Lists {
        language: "fr",
        verbs: &FRENCH,
        cues: "dit disent disait disaient écrit écrivent écrivait répond répondu répondait poursuivi poursuit poursuivait conclu \
            conclut concluait réagi réagit averti avertit prévenu prévient prévenait soutient soutenu soutenait reconnaît \
            reconnu reconnaissait admet admis promet promis lance lancé selon",
        helping: "a ont avait avaient s est nous lui leur",
        pronouns: "il elle",
        borders: "à au aux dans lors sur devant en que qui et après par pour chez dès mardi lundi mercredi jeudi vendredi samedi dimanche",
        articles: "le la les l un une des",
        offices: "ministre président présidente maire préfet préfète procureur procureure porte-parole parole général \
            gouverneur sénateur sénatrice député députée secrétaire chancelier",
        bodies: "police gouvernement ministère parquet armée préfecture parti association syndicat tribunal gendarmerie",
        verb_first: false,
    },
    Lists {
        language: "es",
        verbs: &SPANISH,
        cues: "dijo dijeron dice dicen decía decían dicho sostuvo sostuvieron sostiene sostienen advirtió advirtieron advierte \
            advierten respondió respondieron responde responden añadió añadieron añade añaden reconoció reconocieron \
            reconoce reconocen concluyó concluyeron concluye escribió escribieron escribe admitió admite insistió insiste \
            sugirió sugiere repitió repite prometió promete defendió defiende expuso expone contó contaron contaba cuenta \
            cuentan exigió exigieron exige continuó prosiguió prosigue coincidió agradeció según",
        helping: "ha han había habían se le les nos me",
        pronouns: "él ella",
        borders: "en a al ante durante que y tras por para sobre desde este lunes martes miércoles jueves viernes sábado domingo",
        articles: "el la los las un una",
        offices: "ministro ministra presidente presidenta alcalde alcaldesa gobernador gobernadora fiscal portavoz general \
            senador senadora diputado diputada canciller secretario secretaria vocero vocera",
        bodies: "policía gobierno ministerio ejército partido fiscalía ayuntamiento tribunal asociación sindicato",
        verb_first: false,
    },
    Lists {
        language: "ru",
        verbs: &RUSSIAN,
        cues: "считает считают уверен уверена говорит говорят пишет утверждает отмечает добавляет полагает объясняет \
            рассказывает подчеркивает подчёркивает заявляет сообщает вспоминает признается признаётся призналась признался \
            поделилась поделился пожаловалась пожаловался убежден убеждена убеждён подчёркивают отмечают утверждают \
            подтверждает напоминает",
        helping: "по",
        pronouns: "он она",
        borders: "в во на что и по журналистам",
        articles: "господин госпожа",
        offices: "министр президент мэр губернатор премьер премьер-министр спикер глава прокурор генерал депутат сенатор \
            посол секретарь",
        bodies: "полиция министерство правительство прокуратура армия партия минобороны мид суд ведомство кремль",
        verb_first: false,
    },
    Lists {
        language: "ar",
        verbs: &ARABIC,
        cues: "يقول تقول قالوا يضيف تضيف يؤكد تؤكد يوضح توضح يرى ترى يشير تشير أكدوا أضافوا مضيفا مضيفاً مضيفة مؤكدا مؤكداً مؤكدة \
            موضحا موضحاً موضحة معتبرا معتبراً معتبرة مشيرا مشيراً مشيرة لافتا لافتاً لافتة معتبرين مؤكدين قائلا قائلاً قائلة",
        helping: "بحسب ما وفق كما حسب",
        pronouns: "",
        borders: "في عن إن أن إنه إنها أنه أنها بأن بأنه بأنها خلال على إلى للصحفيين أمس اليوم يوم مساء صباح بعد قبل منذ حول لدى حيث \
            مع لـ لوكالة لصحيفة لقناة لموقع الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت",
        articles: "",
        offices: "الوزير وزير الرئيس رئيس المتحدث متحدث المحافظ محافظ السفير النائب اللواء العميد الناطق",
        bodies: "الوزارة وزارة الحكومة حكومة الشرطة الجيش المحكمة الحركة الجماعة المنظمة الهيئة",
        verb_first: true,
    },
];

/// What opens a clause: "that".
pub(super) const THAT: &str = "que qu dass что أن إن بأن بأنه أنه إنه أنها إنها بأنها";
/// First persons, and what opens a phrase that is no source.
pub(super) const NO_SOURCE: &str = "ich wir je j nous yo nosotros я мы de d nach so dazu sobre por para angesichts für trotz laut pour par \
    anfang ende mitte ayer hoy hier aujourd вчера сегодня con sin pero aunque mais aber но como comme как tras entre avec sans mit ohne bei von с es on wovor wofür worüber";
/// Those who speak of themselves: what they report is part of what somebody says, or the author's own.
pub(super) const FIRST_PERSONS: &str = "ich wir je nous yo nosotros я мы";
/// Words that stand before a noun and never before a finite verb.
pub(super) const DETERMINERS: &str =
    "su sus mi este esta esa cada sa son ses cette ce seine seiner seinem ihre ihrer einen einem";
/// Adverbs that stand beside a cue before or instead of a source.
pub(super) const ADVERBS: &str = "dann da danach doch zudem außerdem zunächst schließlich auch später puis ensuite alors aussi également enfin \
    notamment encore luego entonces después también además asimismo igualmente primero finalmente posteriormente потом тогда \
    затем также однако";

/// What stands before a name with a full stop.
pub(super) const TITLES: &str = "dr prof mr mme st sr sra dra lic ing";

/// Words that open a clause within a phrase.
pub(super) const RELATIVE: &str = "que qui quien quienes cual dont où dass который которая что";
