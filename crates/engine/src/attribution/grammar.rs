//! Closed classes of English words by which borders of phrases and clauses are told.

use crate::words::word_lists;

word_lists! {
    /// Words that stand between a subject and its verb.
    is_helping: "has have had also later then now again just already since once repeatedly recently publicly reportedly \
        previously earlier still even always often himself herself themselves itself both would will";
    /// Words that open a clause and close the noun phrase before.
    is_subordinator: "that because while when as after before although though if whether but since where until unless and or \
        nor so than amid despite whose how why what";
    /// Negations.
    is_negation: "not n't never";
    /// Words that link a sentence to the one before.
    is_connective: "but and yet so meanwhile however still then later also nevertheless nonetheless separately earlier afterwards \
        instead moreover besides furthermore today yesterday tonight or now indeed monday tuesday wednesday thursday friday saturday sunday";
    /// Prepositions.
    is_preposition: "in on at during after before by with from for of to amid since under over near across between among about \
        despite following without within against into through as";
    /// Words that open a clause inside a sentence.
    is_clause_start: "that who which when while because after before although though if whether but and since where until as";
    /// Articles and the like, behind which a noun follows.
    opens_noun: "the a an this that these those his her its their our my your of with for";
    /// Words of time.
    is_time: "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow last earlier late early this";
    /// Verbs that no noun phrase contains.
    is_finite_verb: "is was are were be been has had have will would can could may might must should did does do";
    /// Words before a form that make it a noun: "the claims", "recent reports".
    marks_noun: "the a an his her its their our my your this these those of some any no media news ’s 's such other many several \
        conflicting by in on for with from about recent new to all each every united phone social";
    /// Forms of "be" and "get" that make a participle passive.
    is_passive_helper: "was were is are be been being got";
    /// Subjects after which a base form is a finite verb: "they say".
    is_plural_subject: "they we i people police some many others media who men women also will would";
    /// Irregular past forms, and a few present ones common in news: they make a clause.
    is_common_past: "arose ate awoke beat became befell began bent bit bled blew bore bought bound bred broke brought built burnt \
        burst came caught chose clung crept cut dared dealt did drank drew drove dug dwelt expect expects face faces \
        fed fell felt fled flew flung forbade foresaw forgave forgot fought found froze gave got grew ground heard \
        held hewn hid hit hung hurt includes kept knelt knew laid lay leapt led left lent lit lost made meant met \
        mistook need needs overran oversaw overthrew paid put quit ran rang remain remains represents rode rose sang \
        sank sat saw sent set shook shot showed shown shrank shrunk shut slept slid slung sold sought sowed sped \
        spent split spoke sprang spread spun stank stole stood strove struck stuck stung swam swept swore swung \
        taught thought threw told took trod understood undertook want wants went wept withdrew withstood woke won \
        wore wound wrote wrung";
    /// Titles and the like whose full stop doesn't end a sentence.
    is_abbreviated: "mr mrs ms dr hon rev gen col sen rep gov st lt sgt maj capt prof jr sr u.s u.n";
    /// What a second noun phrase that explains the first begins with.
    apposes: "a an the who head director chief president founder";
    /// Capitalised words that open a sentence or a phrase and are no part of a name.
    is_no_name: "the a an some many those these enter meet he she they mr mrs ms dr one another his her our it we two three several most";
    /// Nouns of people who work for the medium named beside them.
    works_for_medium: "correspondent correspondents reporter reporters journalist journalists photographer editor columnist crew team";
    /// Small words inside names.
    joins_name_parts: ". - ’ al bin ibn van von de der el des du";
}

/// Whether the word may stand between a subject and its verb.
pub fn is_auxiliary(word: &str) -> bool {
    is_helping(word)
        || is_negation(word)
        || (word.len() > 4 && word.ends_with("ly") && !matches!(word, "family" | "italy" | "assembly" | "ally"))
}

/// Whether the word opens an adverbial.
pub fn is_adverbial_start(word: &str) -> bool {
    is_preposition(word) || is_connective(word) || is_time(word)
}

/// Whether two words of six letters and more are the same but for one letter changed, added or left out: a slip of the
/// keyboard ("governer").
pub fn is_slip(one: &str, other: &str) -> bool {
    /// Shorter words have too many neighbours that are other words.
    const SHORTEST: usize = 6;
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().min(other.len()) < SHORTEST || one.len().abs_diff(other.len()) > 1 || one[0] != other[0] {
        return false;
    }
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one_rest, other_rest) = (&one[same..], &other[same..]);
    let skip = |rest: &[char], count: usize| rest.get(count..).map(<[char]>::to_vec);
    one_rest == other_rest
        || skip(one_rest, 1).as_deref() == Some(other_rest)
        || skip(other_rest, 1).as_deref() == Some(one_rest)
        || (skip(one_rest, 1).is_some() && skip(one_rest, 1) == skip(other_rest, 1))
}
