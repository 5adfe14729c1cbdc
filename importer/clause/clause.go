// Package clause takes sentences apart: who does what to whom, where, with what.
//
// A [Sentence] is noun phrases and clauses; a [Clause] is a predicate with its subjects, objects and obliques (the
// phrases that a preposition joins to it). Stages that look for speakers, events and relations read this and know
// nothing of how it was found. [Parser.Parse] finds it by chunks (chunks.go, groups.go) and a few rules on how chunks hang
// together (phrases.go, joins.go, clauses.go, subjects.go, relatives.go, reduced.go, speech.go, hanging.go). Where the document has a tree of the sentence, that
// corrects them (tree.go).
//
// # What the rules do
//
//   - Chunks are noun phrases, verb groups, prepositions, conjunctions, commas and the like, in one pass. A mention is
//     never cut: whatever it holds is part of one noun phrase.
//   - The subject of a finite verb group is the nearest noun phrase to the left that no preposition governs, past
//     apposition and relative clauses between commas; of a relative clause what it stands behind; of an infinitive the
//     subject or object of the verb it hangs on, or the "for" phrase before it.
//   - Objects and obliques are read to the right up to the next clause. "of" joins to the noun before it, all others
//     to both the noun and the verb: readers choose by the sort of noun.
//
// # What trees correct
//
// Rules and trees err differently: on annotated text that neither learned from (EWT and GUM, development parts) the rules have 81 to
// 84 % of the subjects of verbs right, trees 85 to 90 %, and the two together, in a way chosen on that text, 87 %. Each field takes what is
// right more often there:
// where they have different subjects the tree of verbs that "and" joins, of participles, and where the rules take the subject
// of one verb for that of another; the rules of direct speech and appositions, since trees know no names.
//
// All indexes are into the document's Tokens, the sentence's Phrases and Clauses, and the document's Mentions.
package clause

// Form is the form of a clause's verb group.
type Form byte

// The forms.
const (
	Finite     Form = iota // "agreed", "will agree", "has been attacked"
	Infinitive             // "to agree"
	Gerund                 // "attacking", after a noun, a comma or a preposition
	Participle             // "backed by", without an auxiliary: passive
)

// Clause is a predicate with what belongs to it.
type Clause struct {
	First, Last int // tokens of the verb group [First, Last)
	Verb        int // token of the verb itself
	Lemma       string
	Particle    string // "out" of "pull out"
	Form        Form
	Passive     bool
	Negated     bool
	Modal       string // lower-case modal: "will", "would", "could"; "" where there is none
	Mark        string // what opens it: "that", "if", "whether", "after", "who"; ""
	Governor    int    // clause that this one hangs on, or -1
	Noun        int    // token of the noun that it hangs on ("calls for X to withdraw"), or -1
	Prep        string // preposition before a gerund ("by dropping"), or ""
	Subjects    []int  // phrases
	Objects     []int  // phrases; the second of two is the thing given or shown
	Obliques    []Oblique
	Begin, End  int // tokens from the subject to the last complement
}

// Oblique is a phrase that a preposition joins to a verb or noun.
type Oblique struct {
	Prep   string // lower case: "with", "according to"
	Phrase int
}

// Phrase is a noun phrase.
type Phrase struct {
	First, Last int   // tokens [First, Last)
	Head        int   // token of its main noun
	Mentions    []int // that lie in it, in text order, an outer one before those inside it
	Outer       int   // the mention that covers the head, or -1
	Prep        int   // token of the preposition that governs it, or -1
	Joined      int   // the phrase that "and" joins it to, on the left, or -1
	Apposition  int   // the phrase that it explains: "X, commander of Y": of "commander", X; else -1
	Obliques    []Oblique
}

// Sentence is a sentence taken apart. It is only good until the next Parse of the same Parser.
type Sentence struct {
	Index   int // into the document's Sentences
	Phrases []Phrase
	Clauses []Clause
}

// PhraseAt is the phrase that token stands in, or -1.
func (s *Sentence) PhraseAt(token int) int {
	lo, hi := 0, len(s.Phrases)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.Phrases[mid].Last <= token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.Phrases) && s.Phrases[lo].First <= token {
		return lo
	}
	return -1
}

// ClauseAt is the clause whose verb group holds token, or -1.
func (s *Sentence) ClauseAt(token int) int {
	for i := range s.Clauses {
		if s.Clauses[i].First <= token && token < s.Clauses[i].Last {
			return i
		}
	}
	return -1
}

// Around is the innermost clause whose extent holds token, or -1.
func (s *Sentence) Around(token int) int {
	best := -1
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if c.Begin > token || token >= c.End {
			continue
		}
		if best < 0 || c.End-c.Begin < s.Clauses[best].End-s.Clauses[best].Begin {
			best = i
		}
	}
	return best
}

// All is phrase p and the phrases joined to it by "and", in text order.
func (s *Sentence) All(p int) []int {
	first := p
	for s.Phrases[first].Joined >= 0 {
		first = s.Phrases[first].Joined
	}
	out := []int{first}
	for q := first + 1; q < len(s.Phrases); q++ {
		if j := s.Phrases[q].Joined; j >= 0 && j == out[len(out)-1] {
			out = append(out, q)
		}
	}
	return out
}
