package english

import (
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
)

// TestTriggers reads all trigger words and makes sure that what they ask for is known.
func TestTriggers(t *testing.T) {
	all := triggers()
	check := func(word string, senses []Trigger) {
		for i, s := range senses {
			if !schema.IsEvent(graph.Type(s.Type)) {
				t.Errorf("%s: no event type is called %q", word, s.Type)
			}
			for _, list := range [...]string{s.ObjectIn, s.Behind, s.By} {
				if list != "" && len(all.lists[list]) == 0 {
					t.Errorf("%s: there is no list of objects %q", word, list)
				}
			}
			for prep, role := range s.Prepositions {
				if info, ok := schema.PredicateOf(graph.Predicate(role)); role != "none" && role != "content" && (!ok || !info.Role) {
					t.Errorf("%s: %s joins %q, which is no role", word, prep, role)
				}
			}
			if info, ok := schema.PredicateOf(graph.Predicate(s.ObjectRole)); s.ObjectRole != "" && (!ok || !info.Role) {
				t.Errorf("%s: its object is %q, which is no role", word, s.ObjectRole)
			}
			for _, other := range senses[:i] {
				if other.ObjectIn == s.ObjectIn && other.Intransitive == s.Intransitive && other.Object == s.Object && other.Type != s.Type && other.Weak == s.Weak &&
					other.Agent == s.Agent && other.Target == s.Target && other.Force == s.Force && other.Reach == s.Reach && other.Behind == s.Behind && other.By == s.By {
					t.Errorf("%s: %s and %s ask for the same", word, other.Type, s.Type)
				}
			}
		}
	}
	for w, senses := range all.verbs {
		check(w+" (verb)", senses)
	}
	for w, senses := range all.nouns {
		check(w+" (noun)", senses)
	}
	for _, list := range []string{"light", "happen", "people", "belongings", "container", "harm", "nonstate", "plain", "kind", "force"} {
		if len(all.lists[list]) == 0 {
			t.Errorf("there is no list of objects %q", list)
		}
	}
	if len(all.verbs) < 200 || len(all.nouns) < 100 {
		t.Errorf("%d verbs and %d nouns: is the file whole?", len(all.verbs), len(all.nouns))
	}
}

// TestOneMeaning makes sure that no word is given two meanings that exclude each other.
func TestOneMeaning(t *testing.T) {
	for _, x := range []struct {
		file     string
		data     string
		sections func(section string) string // what excludes each other within; "" for what does not
	}{
		{"mood.txt", moodFile, func(s string) string { _, pos, _ := strings.Cut(s, " "); return pos }},
		{"speech.txt", speechFile, func(string) string { return "speech" }},
		{"relations.txt", relationsFile, func(s string) string {
			switch {
			case s == "leader", s == "post", s == "member", s == "part", s == "affiliate", s == "ally", s == "rival", s == "whole":
				return "post"
			case strings.HasPrefix(s, "compound "):
				return "compound"
			}
			return ""
		}},
	} {
		seen := map[string]string{} // group and word → section
		for _, l := range lines(x.data) {
			g := x.sections(l.section)
			if g == "" {
				continue
			}
			for w := range strings.FieldsSeq(l.columns[0]) {
				if old, ok := seen[g+"/"+w]; ok && old != l.section {
					t.Errorf("%s: %q stands in [%s] and [%s]", x.file, w, old, l.section)
				}
				seen[g+"/"+w] = l.section
			}
		}
		if len(seen) == 0 {
			t.Errorf("%s: no words", x.file)
		}
	}
}

// TestSectionsMeanSomething makes sure that moods, predicates and posts are those of the schema.
func TestSectionsMeanSomething(t *testing.T) {
	for _, l := range lines(moodFile) {
		m, pos, _ := strings.Cut(l.section, " ")
		if !slices.Contains(graph.Modalities(), graph.Modality(m)) || pos != "verb" && pos != "noun" && pos != "adjective" {
			t.Errorf("mood.txt: [%s] is no modality and part of speech", l.section)
		}
	}
	acts := strings.Fields("owns gets orders gives equips joins founds passes fires stands comes_from merges")
	for _, l := range lines(relationsFile) {
		kind, p, ok := strings.Cut(l.section, " ")
		if kind == "act" && !slices.Contains(acts, p) {
			t.Errorf("relations.txt: [%s] is no act", l.section)
		}
		if !ok || kind != "verb" && kind != "compound" {
			continue
		}
		if _, ok := schema.PredicateOf(graph.Predicate(p)); !ok {
			t.Errorf("relations.txt: [%s] is no predicate", l.section)
		}
	}
}

func TestWords(t *testing.T) {
	if VerbMood("refuse") != "denied" || NounMood("call") != "requested" || AdjectiveMood("upcoming") != "planned" || VerbMood("sleep") != "" {
		t.Error("moods")
	}
	if Saying("say") != SpeechSay || Saying("deny") != SpeechDeny || Saying("walk") != NoSpeech {
		t.Error("verbs of saying")
	}
	if PostOf("commander") != PostLeader || PostOf("spokesman") != PostHolder || PostOf("soldier") != PostMember || PostOf("stone") != NoPost || !Deputy("vice") {
		t.Error("posts")
	}
	if !ObjectControl("ask") || ObjectControl("promise") || !ObjectGerund("accuse") || !TakesInfinitive("plan") || !Particle("out") || !Preposition("amid") {
		t.Error("how verbs take verbs")
	}
	if Compound("backed") != "affiliated_with" || Compound("led") != "leads" || !Against("anti") || !SidesWith("pro") || !Rank("sergeant") {
		t.Error("compounds")
	}
}
