package tag

import (
	"strings"
	"testing"
	"unicode/utf8"

	"skein/assets"
	"skein/importer"
	"skein/importer/segment"
)

// tagged is a text after segment and tag, each word as "word/TAG" or "word/TAG/base form" where that is another word.
func tagged(t testing.TB, text string) string {
	t.Helper()
	d := &importer.Document{}
	d.Text = text
	if err := importer.Run(d, []importer.Stage{segment.Stage(), Stage()}); err != nil {
		t.Fatal(err)
	}
	var out []string
	for i, x := range d.Tokens {
		w := d.Word(i) + "/" + string(x.Tag)
		if x.Lemma != strings.ToLower(d.Word(i)) {
			w += "/" + x.Lemma
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The two sides agreed to hold talks in Baghdad.",
			"The/DET two/NUM sides/NOUN/side agreed/VERB/agree to/PART hold/VERB talks/NOUN/talk in/ADP Baghdad/PROPN ./PUNCT"},
		{"Rebels shelled the base and withdrew on Monday.",
			"Rebels/NOUN/rebel shelled/VERB/shell the/DET base/NOUN and/CCONJ withdrew/VERB/withdraw on/ADP Monday/PROPN ./PUNCT"},
		{"He didn’t say whether Iraq's bases were attacked.",
			"He/PRON did/AUX/do n’t/PART/not say/VERB whether/SCONJ Iraq/PROPN 's/PART bases/NOUN/base were/AUX/be attacked/VERB/attack ./PUNCT"},
		{"Six men denied that they had planned the bombings.",
			"Six/NUM men/NOUN/man denied/VERB/deny that/SCONJ they/PRON had/AUX/have planned/VERB/plan the/DET bombings/NOUN/bombing ./PUNCT"},
		{"Iran-backed militants are expected to leave.",
			"Iran/PROPN -/PUNCT backed/VERB/back militants/NOUN/militant are/AUX/be expected/VERB/expect to/PART leave/VERB ./PUNCT"},
		{"Ministers Discuss Withdrawal Of Troops", // case says nothing here
			"Ministers/NOUN/minister Discuss/VERB Withdrawal/NOUN Of/ADP Troops/NOUN/troop"},
		{"REBELS ATTACK THE CAPITAL AND KILL TWO SOLDIERS",
			"REBELS/NOUN/rebel ATTACK/VERB THE/DET CAPITAL/NOUN AND/CCONJ KILL/VERB TWO/NUM SOLDIERS/NOUN/soldier"},
	} {
		if got := tagged(t, c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// headlines are tagged by hand; none of them was trained on.
const headlines = `
Militants/NOUN attack/VERB base/NOUN in/ADP western/ADJ desert/NOUN
Air/NOUN raid/NOUN hits/VERB hospital/NOUN
Army/NOUN chief/NOUN visits/VERB front/ADJ line/NOUN
Lawmakers/NOUN back/VERB new/ADJ sanctions/NOUN
Rebels/NOUN fire/VERB rockets/NOUN at/ADP airport/NOUN
Suicide/NOUN bomber/NOUN kills/VERB ten/NUM
Troops/NOUN deploy/VERB to/ADP eastern/ADJ border/NOUN
Coalition/NOUN jets/NOUN bomb/VERB fuel/NOUN depots/NOUN
Minister/NOUN meets/VERB envoy/NOUN
Opposition/NOUN calls/VERB for/ADP early/ADJ vote/NOUN
Talks/NOUN collapse/VERB over/ADP ceasefire/NOUN terms/NOUN
Forces/NOUN retake/VERB airport/NOUN
Carrier/NOUN leaves/VERB port/NOUN for/ADP exercise/NOUN
Battalion/NOUN trains/VERB with/ADP new/ADJ howitzers/NOUN
Governor/NOUN signs/VERB deal/NOUN with/ADP tribes/NOUN
Drone/NOUN crash/NOUN injures/VERB two/NUM
Insurgents/NOUN ambush/VERB patrol/NOUN
Ministry/NOUN confirms/VERB withdrawal/NOUN
Navy/NOUN ship/NOUN rescues/VERB crew/NOUN
Premier/NOUN warns/VERB of/ADP long/ADJ war/NOUN
Soldiers/NOUN guard/VERB embassy/NOUN
Protesters/NOUN storm/VERB palace/NOUN
Mortar/NOUN shells/NOUN land/VERB near/ADP base/NOUN
Airmen/NOUN return/VERB from/ADP deployment/NOUN
`

// TestHeadlines wants the verbs of headlines found, which articles and auxiliaries do not announce, in any case.
func TestHeadlines(t *testing.T) {
	tagger := standardTagger(t)
	for name, write := range map[string]func(string) string{
		"as written": func(w string) string { return w }, "capitals": strings.ToUpper,
		"heads": func(w string) string { return strings.ToUpper(w[:1]) + w[1:] },
	} {
		verbs, found, words, right := 0, 0, 0, 0
		for line := range strings.Lines(headlines) {
			var forms []string
			var want []importer.Tag
			for w := range strings.FieldsSeq(line) {
				form, tag, _ := strings.Cut(w, "/")
				forms, want = append(forms, write(form)), append(want, importer.Tag(tag))
			}
			for i, got := range tagger.Sentence(forms) {
				words++
				if got == want[i] {
					right++
				}
				if want[i] == importer.Verb {
					verbs++
					if got == importer.Verb {
						found++
					}
				}
			}
		}
		if verbs != 24 || found < 19 || right < words*9/10 {
			t.Errorf("%s: %d of %d verbs, %d of %d words are right", name, found, verbs, right, words)
		}
	}
}

func TestLemma(t *testing.T) {
	tagger := standardTagger(t)
	for _, c := range []struct {
		tag  importer.Tag
		want string
		of   string
	}{
		{importer.Verb, "agree", "agree agrees agreed agreeing Agreed"},
		{importer.Verb, "say", "says said saying SAID"},
		{importer.Verb, "plan", "plans planned planning"},
		{importer.Verb, "strike", "strikes struck striking"},
		{importer.Verb, "deny", "denies denied denying"},
		{importer.Verb, "hope", "hopes hoped hoping"},
		{importer.Verb, "withdraw", "withdraws withdrew withdrawn withdrawing"},
		{importer.Verb, "clash", "clashes clashed clashing"},
		{importer.Verb, "lie", "lying"},
		{importer.Verb, "relocate", "relocates relocated relocating"}, // by ending
		{importer.Verb, "inspect", "inspects inspected inspecting"},
		{importer.Aux, "be", "is are was were been being am"},
		{importer.Noun, "man", "men man"},
		{importer.Noun, "talk", "talks"},
		{importer.Noun, "base", "bases"},
		{importer.Noun, "party", "parties"},
		{importer.Noun, "crisis", "crises crisis"},
		{importer.Noun, "aircraft", "aircraft"},
		{importer.Noun, "headquarters", "headquarters"},
		{importer.Noun, "ally", "allies"},
		{importer.Adj, "big", "bigger biggest big"},
		{importer.Propn, "united states", "United_States"},
	} {
		for w := range strings.FieldsSeq(c.of) {
			w = strings.ReplaceAll(w, "_", " ")
			if got := tagger.Lemma(w, c.tag); got != c.want {
				t.Errorf("%s %s: %q, want %q", c.tag, w, got, c.want)
			}
		}
	}
}

func standardTagger(t testing.TB) *Tagger {
	t.Helper()
	tagger, err := standard()
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

// TestTagsStand wants the same tags from Sentence and from the stage, and every token tagged.
func TestTagsStand(t *testing.T) {
	text := "Colonel Ames, who commands the unit, flew to Kuwait.\n\nNo one was hurt; 3 drones were shot down."
	d := &importer.Document{}
	d.Text = text
	if err := importer.Run(d, []importer.Stage{segment.Stage(), Stage()}); err != nil {
		t.Fatal(err)
	}
	tagger := standardTagger(t)
	for _, s := range d.Sentences {
		var words []string
		for i := s.First; i < s.Last; i++ {
			words = append(words, d.Word(i))
		}
		for k, got := range tagger.Sentence(words) {
			if x := d.Tokens[s.First+k]; x.Tag != got || x.Tag == "" || x.Lemma == "" {
				t.Errorf("%s is %s (%q) in the document, %s alone", words[k], x.Tag, x.Lemma, got)
			}
		}
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "\xff\xfe", "’s ’ n't", "İstanbul ǅ ß K", strings.Repeat("a", 300) + "ed", "ed ing s ies", "É­d 'tis\n\n#@!"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := &importer.Document{}
		d.Text = text
		if err := segment.Stage().Run(d); err != nil {
			t.Fatal(err)
		}
		if err := Stage().Run(d); err != nil {
			t.Fatal(err)
		}
		for i, x := range d.Tokens {
			if x.Tag == "" || x.Lemma == "" && strings.ToLower(d.Word(i)) != "" {
				t.Errorf("%q: %q has no tag or no base form", text, d.Word(i))
			}
			if utf8.ValidString(d.Word(i)) && !utf8.ValidString(x.Lemma) {
				t.Errorf("%q: the base form %q is cut inside a letter", text, x.Lemma)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(Train(tiny(), nil))
	f.Add([]byte(head + "\x02\x01\x30"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if tagger, err := Read(b, nil); err == nil {
			tagger.Sentence([]string{"The", "men", "agreed"})
			tagger.Lemma("agreed", importer.Verb)
		}
	})
}

func BenchmarkTag(b *testing.B) {
	d := &importer.Document{}
	d.Text = strings.Repeat("The 2nd Battalion, led by Lt. Col. Ames, flew four helicopters to the base that militants had shelled. “It’s done,” he said.\n\n", 1000)
	if err := segment.Stage().Run(d); err != nil {
		b.Fatal(err)
	}
	tagger := standardTagger(b)
	n := 0
	for b.Loop() {
		tagger.Document(d)
		n += len(d.Tokens)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	model := []byte(assets.TagModel())
	for b.Loop() {
		if _, err := Read(model, nil); err != nil {
			b.Fatal(err)
		}
	}
}
