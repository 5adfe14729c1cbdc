package source

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"
)

// frequent are words that texts of a language in Latin script are full of and other languages hardly have. They tell the
// language of a headline, where trigrams are at a loss: of 28 short texts those got 21.
var frequent = []struct{ code, words string }{
	{"en", " the of and to that for with was were is are by from this has have had been which their its they would who will said not but after into you we he she it at be my there about what "},
	{"de", " der die das den dem des und ist nicht mit ein eine einen einem auf für sich auch von im zu wird wurde werden nach bei aus über als "},
	{"fr", " le la les des du et est dans pour que qui une un sur avec au aux par ont été ce pas plus cette "},
	{"es", " el los las del en que por con una para su al fue como más según sobre entre "},
	{"pt", " os da dos das que em um uma para com não na nos nas foi ao pelo pela são mais "},
	{"it", " il lo gli della del di che per con una un non sono nel nella dei delle al è stato ha anche "},
	{"nl", " de het een en van dat op te zijn voor niet aan er om ook door naar bij uit werd heeft "},
	{"sv", " och att det som ett på är av för med den till inte om från "},
	{"pl", " w na z się że nie jest oraz przez dla jak od ale został "},
	{"cs", " na se že je jsou byl byla podle jeho nebo aby které který od při ve "},
	{"ro", " și în de la cu pe că nu din este fost pentru care sunt mai "},
	{"hu", " az és hogy nem egy volt meg csak el mint van után "},
	{"tr", " ve bir bu için ile olarak olan çok gibi daha sonra kadar olduğu etti "},
	{"id", " yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh ke juga telah "},
}

// languageFrom is how many bytes of a text its language is told from.
const languageFrom = 8 << 10

// What is asked of the share of frequent words before they tell a language, and before no other is tried, in hundredths;
// the bytes of the longest of them; and from how many words and runes on a language is told at all.
const (
	plenty      = 12
	certain     = 25
	longest     = 12
	fewestWords = 4
	fewestRunes = 40
)

// languageOf tells the language of a text as a code such as "en", or nothing when it is too short to tell or none of those
// that news is likely to come in. Frequent words tell those in Latin script, other scripts trigrams.
func languageOf(text string) string {
	if len(text) > languageFrom {
		text = strings.ToValidUTF8(text[:languageFrom], "")
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	best, most := "", 0
	for _, l := range frequent {
		hits := 0
		for _, w := range words {
			if len(w) <= longest && strings.Contains(l.words, " "+w+" ") {
				hits++
			}
		}
		if hits > most { // English, the first, wins where two are even
			best, most = l.code, hits
		}
		if best == "en" && most*100 >= certain*len(words) {
			break
		}
	}
	if len(words) >= fewestWords && most*100 >= plenty*len(words) && (best == "en" || len([]rune(text)) >= fewestRunes) {
		return best
	}
	if script := whatlanggo.DetectScript(text); script == nil || script == unicode.Latin || len([]rune(text)) < fewestRunes {
		return ""
	}
	return whatlanggo.DetectWithOptions(text, whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
		whatlanggo.Rus: true, whatlanggo.Ukr: true, whatlanggo.Bel: true, whatlanggo.Bul: true, whatlanggo.Srp: true,
		whatlanggo.Arb: true, whatlanggo.Pes: true, whatlanggo.Urd: true, whatlanggo.Heb: true, whatlanggo.Cmn: true,
		whatlanggo.Jpn: true, whatlanggo.Kor: true, whatlanggo.Ell: true, whatlanggo.Hin: true,
	}}).Lang.Iso6391()
}

// code is the language of a tag as pages and files have it: "en" of "en-US"; nothing where it is none.
func code(tag string) string {
	t, err := language.Parse(strings.TrimSpace(tag))
	if base, sure := t.Base(); err == nil && sure != language.No {
		return base.String()
	}
	return ""
}

// languageFor is the language of a text that says it is in another's or none: its own words come first.
func languageFor(text, told string) string { return cmp.Or(languageOf(text), code(told)) }
