package english

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed triggers.txt
var triggersFile string

// Trigger is what a word tells of, and what it asks for.
type Trigger struct {
	Type         string // an event type of graph/schema
	Agent        bool   // the agent must be an entity
	Target       bool   // the target must be an entity
	Object       bool   // there must be an object
	ObjectIn     string // and its noun stands in this list
	Behind       string // the noun that a preposition joins stands in this list: "took to the streets"
	By           string // who acts is no one, but something of this list: "a rocket hit"
	Human        bool   // the object, if there is one, must be somebody
	Planned      bool   // what it tells is still to come: "is expected in Cairo"
	ObjectRole   string // what the object is, where it is not the target: "place"
	Intransitive bool   // there must be no object
	Force        bool   // the agent must be a force
	Civil        bool   // the agent must be none
	Weak         bool
	Alone        bool // a noun that counts without participants
	Plural       bool // a noun that counts only in the plural
	Reach        bool // one of its prepositions must join something
	Kind         bool // a noun that counts only with a word of the list "kind" before it
	Under        bool // a noun that counts only behind "come under"
	Gets         bool // its subject is the target: "received weapons from X"
	Prepositions map[string]string
}

type triggerLists struct {
	verbs, nouns map[string][]Trigger // the senses that ask for a sort of object or agent first
	lists        map[string]map[string]bool
}

var triggers = sync.OnceValue(func() triggerLists {
	t := triggerLists{map[string][]Trigger{}, map[string][]Trigger{}, map[string]map[string]bool{}}
	for _, l := range lines(triggersFile) {
		kind, pos, _ := strings.Cut(l.section, " ")
		into := t.verbs
		switch pos {
		case "noun":
			into = t.nouns
		case "verb":
		default:
			name := strings.TrimPrefix(l.section, "objects ")
			if t.lists[name] == nil {
				t.lists[name] = map[string]bool{}
			}
			for w := range strings.FieldsSeq(l.columns[0]) {
				t.lists[name][w] = true
			}
			continue
		}
		tr := trigger(kind, l.column(1))
		for w := range strings.FieldsSeq(l.columns[0]) {
			if tr.ObjectIn != "" || tr.Force || tr.By != "" {
				into[w] = append([]Trigger{tr}, into[w]...)
			} else {
				into[w] = append(into[w], tr)
			}
		}
	}
	return t
})

func trigger(kind, flags string) Trigger {
	t := Trigger{Type: kind, Prepositions: map[string]string{}}
	for f := range strings.FieldsSeq(flags) {
		name, value, isPair := strings.Cut(f, ":")
		switch {
		case name == "object" && isPair:
			t.Object, t.ObjectRole = true, value
		case isPair:
			t.Prepositions[name] = value
		case strings.HasPrefix(f, "object="):
			t.Object, t.ObjectIn = true, strings.TrimPrefix(f, "object=")
		case strings.HasPrefix(f, "behind="):
			t.Behind = strings.TrimPrefix(f, "behind=")
		case strings.HasPrefix(f, "by="):
			t.By = strings.TrimPrefix(f, "by=")
		case f == "human":
			t.Human = true
		case f == "planned":
			t.Planned = true
		case f == "agent":
			t.Agent = true
		case f == "target":
			t.Target = true
		case f == "both":
			t.Agent, t.Target = true, true
		case f == "object":
			t.Object = true
		case f == "intransitive":
			t.Intransitive = true
		case f == "force":
			t.Force = true
		case f == "civil":
			t.Civil = true
		case f == "weak":
			t.Weak = true
		case f == "alone":
			t.Alone = true
		case f == "plural":
			t.Plural = true
		case f == "reach":
			t.Reach = true
		case f == "under":
			t.Under = true
		case f == "gets":
			t.Gets = true
		case f == "kind":
			t.Kind = true
		default:
			panic(fmt.Sprintf("english: triggers.txt: %q means nothing", f))
		}
	}
	return t
}

// EventVerb is what the verb may tell, by lemma, with its particle or preposition behind "_". Do not change the slice.
func EventVerb(lemma string) []Trigger { return triggers().verbs[lemma] }

// EventNoun is what the noun may tell, by lemma, words of a compound joined by "_". Do not change the slice.
func EventNoun(lemma string) []Trigger { return triggers().nouns[lemma] }

// Light reports whether the verb only says that its object happens: conduct, hold.
func Light(lemma string) bool { return triggers().lists["light"][lemma] }

// Happens reports whether the verb only says that its subject happens: take_place, begin.
func Happens(lemma string) bool { return triggers().lists["happen"][lemma] }

// PeopleNoun reports whether the noun is for people or forces: officials, troops.
func PeopleNoun(lemma string) bool { return triggers().lists["people"][lemma] }

// BelongingNoun reports whether the noun is for what people and forces have: positions, bases.
func BelongingNoun(lemma string) bool { return triggers().lists["belongings"][lemma] }

// ObjectIn reports whether the noun stands in one of the lists of objects.
func ObjectIn(list, lemma string) bool { return triggers().lists[list][lemma] }
