package eval

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-json"
)

const sample = `Nina Holt, commander of 9th Brigade, met Olav Lund in Tromso, Norway. "We shall march," Holt said. Pact Y helped.`

func at(q string) []Span {
	i := strings.Index(sample, q)
	return []Span{{i, i + len(q)}}
}

func sampleGold() Gold {
	ent := func(id, name, typ string, core bool, aliases ...string) GoldEntity {
		return GoldEntity{ID: id, Name: name, Type: typ, Core: core, Aliases: aliases}
	}
	return Gold{
		ID: "00-sample", Title: "t", Text: sample, Ignore: []string{"Pact Y"},
		Entities: []GoldEntity{
			ent("e1", "Nina Holt", "person", true, "Holt"), ent("e2", "9th Brigade", "unit", true),
			ent("e3", "Olav Lund", "person", true), ent("e4", "Tromso", "city", true), ent("e5", "Norway", "country", false),
		},
		Claims: []GoldClaim{
			{S: "e1", P: "leads", O: "e2", Quote: "commander of 9th Brigade"},
			{S: "e4", P: "located_in", O: "e5", Quote: "Tromso, Norway"},
		},
		Events: []GoldEvent{{
			ID: "v1", Type: "consult", Trigger: "met", Modality: "asserted", Agent: []string{"e1", "e3"}, Place: []string{"e4"},
			Quote: "met Olav Lund in Tromso",
		}},
		Statements: []GoldStatement{{Speaker: "e1", Quote: "We shall march,"}},
	}
}

// sampleOutput has a wrong merge, a duplicate, a wrong kind, junk, something ignored, something made up, a relation by
// another name, one the wrong way round, and a title in front of the text that moves all offsets.
func sampleOutput() Output {
	ent := func(id, name, typ string, aliases ...string) Entity {
		k := coarse[typ]
		if k == "" {
			k = "event"
		}
		return Entity{ID: id, Name: name, Type: typ, Kinds: strings.Fields(k), Aliases: aliases, Mentions: at(name)}
	}
	a := Article{ID: "z", Text: "TITLE\n\n" + sample}
	junk := ent("6", "Holt", "person")
	junk.Name = "the commander"
	a.Entities = []Entity{
		ent("1", "Nina Holt", "person", "Olav Lund"), ent("2", "Holt", "person"), ent("3", "9th Brigade", "organization"),
		ent("4", "Tromso", "city"), ent("5", "Norway", "country"), junk, ent("7", "Pact Y", "organization"),
		ent("8", "Brigade, met", "unit"), ent("9", "met", "meet"),
	}
	claim := func(s, p, o, q string) Claim {
		return Claim{Subject: s, Predicate: p, Object: o, Modality: "asserted", Evidence: at(q)}
	}
	said := Claim{Subject: "1", Predicate: "plans", Value: "march", Modality: "asserted", SaidBy: "2", Evidence: at("We shall march")}
	a.Claims = []Claim{
		claim("2", "commands", "3", "commander"), claim("5", "located_in", "4", "Tromso, Norway"),
		claim("9", "agent", "1", "met Olav Lund"), claim("9", "place", "5", "met Olav Lund"), claim("9", "agent", "6", "met Olav"), said,
	}
	for _, e := range a.Entities {
		e.Mentions[0].Begin += 7
		e.Mentions[0].End += 7
	}
	for _, c := range a.Claims {
		c.Evidence[0].Begin += 7
		c.Evidence[0].End += 7
	}
	return Output{[]Article{a}}
}

func TestScoreSample(t *testing.T) {
	got := Score([]Gold{sampleGold()}, sampleOutput()).Total
	want := map[count]int{
		entTP: 4, entTyped: 3, entDup: 1, entMerge: 1, entFP: 1, entJunk: 1, entIgnored: 1, entGold: 5, entCoreTP: 3,
		clTP: 1, clPred: 2, clPairTP: 2, clGold: 2, evTP: 1, evtTP: 1, evPred: 1, roleTP: 1, rolePred: 2, roleGold: 3,
		modOK: 1, stN: 1, stOK: 1,
	}
	for k, n := range want {
		if got[k] != n {
			t.Errorf("count %d: got %d, want %d", k, got[k], n)
		}
	}
}

func TestScoreWithoutOutput(t *testing.T) {
	r := Score([]Gold{sampleGold()}, Output{})
	if r.Rows[0].Found || r.Total[entTP] != 0 || r.Total[entGold] != 5 || r.Total[stN] != 1 {
		t.Errorf("got %+v", r)
	}
}

func TestDateFit(t *testing.T) {
	for _, c := range []struct{ gold, pred, want string }{
		{"2023-07", "July 2023", "exact"},
		{"2023-07-04", "2023", "compatible"},
		{"XXXX-06-25", "2010-06-25", "exact"},
		{"XXXX-06-25", "--06-25", "exact"},
		{"2020-11-03/2020-11-13", "2020-11-05", "exact"},
		{"2023-07", "2023-08-01", "wrong"},
		{"2007", "2007-23", "exact"},
		{"2007", "", "wrong"},
	} {
		if got := dateFit(c.gold, c.pred); got != c.want {
			t.Errorf("dateFit(%q, %q) = %s, want %s", c.gold, c.pred, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	if w := strings.Join(words("The U.S."), " "); w != "us" {
		t.Errorf("words: %q", w)
	}
	n := namesOf("USS Nimitz (CVN 68)", []string{"Adm. Jane Roe’s", "the ship"}, nil)
	if !n.name["uss nimitz"] || !n.proper["jane roe"] || !n.generic["ship"] {
		t.Errorf("namesOf: %+v", n)
	}
	if acronym("Council of Northern States") != "cns" || acronym("Two Words") != "" {
		t.Error("acronym")
	}
	if !proper("the Arsenal") || proper("the government") || !proper("the 1st") {
		t.Error("proper")
	}
}

// TestReference compares whole reports with the reference scorer's, over disturbed copies of its annotated articles.
// It runs where SKEIN_GOLD names the folder that holds them and score.py.
func TestReference(t *testing.T) {
	dir := os.Getenv("SKEIN_GOLD")
	python, err := exec.LookPath("python3")
	if dir == "" || err != nil {
		t.Skip("needs python3 and SKEIN_GOLD")
	}
	gold, err := Load(filepath.Join(dir, "articles"))
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(12) {
		out := disturbed(gold, seed)
		data, err := json.Marshal(lowered(out))
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "out.json")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		want, err := exec.Command(python, filepath.Join(dir, "score.py"), filepath.Join(dir, "articles"), path).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, want)
		}
		var got bytes.Buffer
		if err := Score(gold, out).Report(&got); err != nil {
			t.Fatal(err)
		}
		if got.String() != string(want) {
			t.Fatalf("seed %d: got\n%s\nwant\n%s", seed, got.String(), want)
		}
	}
}

// lowered is the output with the field names of skein/extract/1.
func lowered(o Output) any {
	spans := func(ss []Span) []map[string]int {
		out := []map[string]int{}
		for _, s := range ss {
			out = append(out, map[string]int{"begin": s.Begin, "end": s.End})
		}
		return out
	}
	var articles []any
	for _, a := range o.Articles {
		var es, cs []any
		for _, e := range a.Entities {
			es = append(es, map[string]any{"id": e.ID, "name": e.Name, "type": e.Type, "kinds": e.Kinds, "aliases": e.Aliases, "modality": e.Modality, "mentions": spans(e.Mentions)})
		}
		for _, c := range a.Claims {
			cs = append(cs, map[string]any{"subject": c.Subject, "predicate": c.Predicate, "object": c.Object, "value": c.Value, "modality": c.Modality, "said_by": c.SaidBy, "evidence": spans(c.Evidence)})
		}
		articles = append(articles, map[string]any{"id": a.ID, "title": a.Title, "text": a.Text, "entities": es, "claims": cs})
	}
	return map[string]any{"articles": articles}
}

// disturbed is the gold as an output, with random things left out, doubled, renamed, retyped, moved and made up.
func disturbed(gold []Gold, seed uint64) Output {
	r := rand.New(rand.NewPCG(seed, 7))
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	var out Output
	for i := range gold {
		g := &gold[i]
		if r.Float64() < .05 {
			continue
		}
		a := Article{ID: "x" + g.ID, Text: g.Text}
		length := len([]rune(g.Text))
		span := func(q string) []Span {
			s := occurrences(g.Text, q)
			if len(s) == 0 {
				b := r.IntN(length - 40)
				return []Span{{b, b + r.IntN(30)}}
			}
			s = s[:1]
			if r.Float64() < .1 {
				s[0].Begin = max(0, s[0].Begin-r.IntN(9))
				s[0].End = min(length, s[0].End+r.IntN(9))
			}
			return s
		}
		ids := []string{"Austin", "Nobody Known"}
		add := func(e Entity) {
			switch p := r.Float64(); {
			case p < .1:
				return
			case p < .2:
				e.Type = pick("unit", "person", "city", "assault", "meet", "org")
			case p < .3:
				e.Aliases = append(e.Aliases[:len(e.Aliases):len(e.Aliases)], g.Entities[r.IntN(len(g.Entities))].Name)
			case p < .35:
				e.Name = "The Junk of " + e.Name
			case p > .9:
				d := e
				d.ID, d.Aliases = e.ID+"d", nil
				d.Name = words(e.Name)[len(words(e.Name))-1]
				a.Entities = append(a.Entities, d)
			}
			a.Entities = append(a.Entities, e)
			ids = append(ids, e.ID)
		}
		claim := func(c Claim) {
			switch p := r.Float64(); {
			case p < .1:
				return
			case p < .2:
				c.Predicate = pick("part_of", "commands", "led_by", "fights", "allied_with", "agent", "target", "participant", "place")
			case p < .3 && c.Object != "":
				c.Subject, c.Object = c.Object, c.Subject
			case p < .4:
				c.SaidBy = pick(ids...)
			case p < .5:
				c.Modality = pick("planned", "future", "denied")
			case p > .9:
				a.Claims = append(a.Claims, c)
			}
			a.Claims = append(a.Claims, c)
		}
		for _, e := range g.Entities {
			add(Entity{ID: e.ID, Name: e.Name, Type: e.Type, Kinds: strings.Fields(coarse[e.Type]), Aliases: e.Aliases, Mentions: span(e.Name)})
		}
		for k := range 6 {
			add(Entity{ID: fmt.Sprint("n", k), Name: "Q" + string([]rune(g.Text)[k*20:k*20+5+k]), Type: "person", Kinds: []string{pick("actor", "event", "unit")}, Mentions: span("\x00")})
		}
		for _, x := range g.Claims {
			claim(Claim{Subject: x.S, Predicate: x.P, Object: x.O, Evidence: span(x.Quote)})
		}
		for range 6 {
			claim(Claim{Subject: pick(ids...), Predicate: "part_of", Object: pick(ids...)})
		}
		for j := range g.Events {
			v := &g.Events[j]
			add(Entity{ID: v.ID, Name: v.Trigger, Type: v.Type, Kinds: []string{"event"}, Mentions: span(v.Trigger)})
			for _, role := range roleNames {
				for _, x := range v.role(role) {
					claim(Claim{Subject: v.ID, Predicate: role, Object: x, Modality: v.Modality, Evidence: span(v.Quote)})
				}
			}
			if v.Date != "" {
				claim(Claim{Subject: v.ID, Predicate: "time", Value: pick(v.Date, v.Date, "2023", "June 2015"), Modality: v.Modality, Evidence: span(v.Quote)})
			}
		}
		for _, st := range g.Statements {
			claim(Claim{Subject: st.Speaker, Predicate: "statement", Value: st.Quote, SaidBy: st.Speaker, Evidence: span(st.Quote)})
		}
		if r.Float64() < .3 {
			a.Text = "A TITLE\n\n" + strings.ReplaceAll(a.Text, "’", "'")
			shift := func(ss []Span) []Span {
				out := make([]Span, len(ss))
				for i, s := range ss {
					out[i] = Span{s.Begin + 9, s.End + 9}
				}
				return out
			}
			for i := range a.Entities {
				a.Entities[i].Mentions = shift(a.Entities[i].Mentions)
			}
			for i := range a.Claims {
				a.Claims[i].Evidence = shift(a.Claims[i].Evidence)
			}
		}
		out.Articles = append(out.Articles, a)
	}
	return out
}

// TestSentence cuts the sentence around a place, quotations and line ends included.
func TestSentence(t *testing.T) {
	text := "Headline here\nHe came. “We saw.” She won the day."
	for word, want := range map[string]string{"line": "Headline here", "came": "He came.", "saw": "“We saw.”", "day": "She won the day."} {
		at := strings.Index(text, word)
		b := len([]rune(text[:at]))
		if got := sentence([]rune(text), Span{b, b + len(word)}); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
	for _, bad := range []Span{{-1, 2}, {5, 2}, {0, 999}} {
		if got := sentence([]rune(text), bad); got != "" {
			t.Errorf("%v: %q", bad, got)
		}
	}
}

// TestReliability bins claims by confidence: of four at 0.85 three are right, which is a tenth too few.
func TestReliability(t *testing.T) {
	var js []Judgement
	for i := range 4 {
		js = append(js, Judgement{Kind: "relation", Confidence: 0.85, Right: i > 0})
	}
	var b strings.Builder
	if err := Reliability(&b, js); err != nil || !strings.Contains(b.String(), "4  85:  75") || !strings.HasSuffix(b.String(), " 10.0\n") {
		t.Errorf("%v: %s", err, b.String())
	}
}
