// Package importer turns articles into graphs.
//
// # The way of an article
//
//	file ──► importer/source ──► Document ──► stages, one after the other ──► Emit ──► graph.Change
//
// A [Document] is the article's text, never changed, and the layers that stages put on top of it: sentences, tokens,
// mentions, times, quotes, entities, claims. A [Stage] is a value that says what it needs and what it gives;
// [Validate] checks that a list of stages fits together before any of them runs. Layers only grow. A stage that throws
// something out says why ([Document.Reject]), so the import report can answer "why is May not a person?".
//
// What is known of English is data in importer/english, what is known of the world is data in importer/gazetteer;
// stages are the judgement that uses both.
package importer

import (
	"strings"

	"skein/graph"
)

// Layer names a part of a Document that stages read and write.
type Layer string

// The layers.
const (
	Text      Layer = "text"      // given by the source
	Sentences Layer = "sentences" // Sentences
	Tokens    Layer = "tokens"    // Tokens
	Tags      Layer = "tags"      // Tokens' Tag and Lemma
	Plain     Layer = "plain"     // Plain
	Tree      Layer = "tree"      // Tree
	Times     Layer = "times"     // Times
	Mentions  Layer = "mentions"  // Mentions
	Nominals  Layer = "nominals"  // Nominals
	Ties      Layer = "ties"      // Ties
	Entities  Layer = "entities"  // Entities, and each Mention's Entity
	Quotes    Layer = "quotes"    // Quotes
	Events    Layer = "events"    // Events
	Claims    Layer = "claims"    // Claims
)

// Document is an article on its way to the graph. All spans are byte offsets into Text.
type Document struct {
	graph.Article
	Path string // where it was read from, for messages

	// Plain is Text with what stands in capitals throughout written as it would be otherwise, at the same offsets. It is
	// empty where nothing does; read it by Read.
	Plain string

	Sentences []Sentence
	Tokens    []Token
	Tree      []Arc // one for each of Tokens; in a sentence that needs no tree each is a root
	Times     []Time
	Mentions  []Mention
	Nominals  []Nominal
	Ties      []Tie
	Entities  []Entity
	Quotes    []Quote
	Events    []Event
	Claims    []Claim
	Rejected  []Rejection
}

// Sentence is a sentence, headline, byline, caption or list item. Sentences do not overlap and stand in text order.
type Sentence struct {
	graph.Span
	First, Last int      // tokens [First, Last)
	Role        SentRole // what it is in the article
}

// SentRole is what a sentence is in its article.
type SentRole string

// The roles of sentences.
const (
	Body     SentRole = ""
	Headline SentRole = "headline"
	Byline   SentRole = "byline"
	Dateline SentRole = "dateline" // a body sentence that begins with "BAGHDAD, Iraq (June 18, 2015) –"
	Caption  SentRole = "caption"
)

// Token is a word, number or punctuation mark. Tokens and the gaps between them join to the text.
type Token struct {
	graph.Span
	Tag   Tag    // coarse part of speech
	Lemma string // lower-case base form: "agreed" → "agree"; the lower-case word where not known
}

// Tag is a coarse part of speech after Universal Dependencies (UPOS).
type Tag string

// The tags that stages distinguish.
const (
	Noun  Tag = "NOUN"
	Propn Tag = "PROPN"
	Verb  Tag = "VERB"
	Aux   Tag = "AUX"
	Adj   Tag = "ADJ"
	Adv   Tag = "ADV"
	Adp   Tag = "ADP"
	Det   Tag = "DET"
	Pron  Tag = "PRON"
	Num   Tag = "NUM"
	Conj  Tag = "CCONJ"
	Sconj Tag = "SCONJ"
	Part  Tag = "PART"
	Punct Tag = "PUNCT"
	Other Tag = "X"
)

// Arc ties a word to the one that it depends on. The arcs of a sentence are a tree over its tokens with one root.
type Arc struct {
	Head     int // index into Tokens, of the same sentence; -1 for the root, most often the main verb
	Relation Relation
}

// Relation is what a word is to its head after Universal Dependencies, with its subtype: "nsubj", "nsubj:pass", "obl:agent",
// "acl:relcl". As there, content words are heads: a preposition, an auxiliary and the copula hang on their noun, verb and
// predicate ("case", "aux", "cop").
type Relation string

// Root is the relation of a sentence's root.
const Root Relation = "root"

// Basic is the relation without its subtype.
func (r Relation) Basic() Relation {
	basic, _, _ := strings.Cut(string(r), ":")
	return Relation(basic)
}

// Time is an expression of time with what it means.
type Time struct {
	graph.Span
	EDTF     string // "2023-07", "2023-12~", "XXXX-06-25" where the year is not known, "2021-12/.." for since; empty where relative to an unknown day
	Sentence int    // index into Sentences
}

// Mention is a place in the text that names or describes an entity.
type Mention struct {
	graph.Span                   // the whole expression, without a leading article: "Secretary of Defense Lloyd Austin" is two mentions
	Head       graph.Span        // the words that name it, without titles: "Lloyd Austin"
	Type       graph.Type        // from graph/schema
	Name       string            // normalised: no line breaks, no possessive
	Key        string            // what the gazetteer or the rule knows it as: "country/IQ", "unit/us army"; may be empty
	Attributes []graph.Attribute // echelon, class, country, title, ...
	Part       int               // index of the mention this one is written as part of (a battalion's regiment), or -1
	Generic    bool              // a description, not a name: "Iran-backed militants", "a senior military official"
	Entity     int               // index into Entities once joined, else -1
	Sentence   int               // index into Sentences
	Confidence float64           // 0 to 1
	Rule       string            // what found it: "find/unit"
}

// Nominal is a place in the text where something is named or described, whether the graph will have it or not: "ISIL tactical
// units", "the city", "five" of "five rockets". Nominals stand in text order.
type Nominal struct {
	graph.Span
	Kind       Kind
	Sentence   int     // index into Sentences
	Confidence float64 // 0 to 1; it puts nominals in order, and is no share of those that are right
}

// Kind is what a nominal is about. It is coarser than a type, and knows things that are not of the graph.
type Kind string

// The kinds.
const (
	KindPerson       Kind = "person"
	KindOrganization Kind = "organization" // whoever acts together: states, bodies, units, "militants", "civilians"
	KindPlace        Kind = "place"
	KindNationality  Kind = "nationality" // "Syrian" of "Syrian children"
	KindTime         Kind = "time"
	KindQuantity     Kind = "quantity"
	KindMoney        Kind = "money"
	KindWeapon       Kind = "weapon"   // and attacks named by them: "air strikes"
	KindPlatform     Kind = "platform" // military: "bombers", "tanks"
	KindVehicle      Kind = "vehicle"
	KindDocument     Kind = "document"
	KindContact      Kind = "contact" // a telephone number, an account
)

// Tie is how two nominals of a sentence hang together by what the sentence says.
type Tie struct {
	From, To   int // indexes into Nominals; of a bond without a direction From stands first in the text
	Bond       Bond
	Confidence float64 // 0 to 1
}

// Bond is a relation between two nominals.
type Bond string

// The bonds.
const (
	BondAt     Bond = "at"     // is or acts at a place, or together with somebody; no direction
	BondApart  Bond = "apart"  // left a place or is kept away from it; no direction
	BondFights Bond = "fights" // attacks, with what, whom; no direction
	BondAllied Bond = "allied" // fights or works side by side with; no direction
	BondTalks  Bond = "talks"  // meets, tells, asks; no direction
	BondSame   Bond = "same"   // another name or description of; no direction
	BondLeads  Bond = "leads"  // leads a body, holds a place, wields a weapon
	BondPart   Bond = "part"   // belongs to, as a member, unit or possession
	BondHas    Bond = "has"    // is of a number or nationality
	BondLikes  Bond = "likes"  // welcomes, supports, thanks
	BondBlames Bond = "blames" // condemns, accuses, opposes
)

// Entity is what several mentions of one article are about.
type Entity struct {
	Key        string // identity across articles: "country/IQ", "person/lloyd austin", or article-bound for descriptions
	Name       string
	Type       graph.Type
	Aliases    []string
	Attributes []graph.Attribute
	Mentions   []int // indexes into Mentions, in text order
	Generic    bool
}

// Quote is direct speech or clearly attributed indirect speech.
type Quote struct {
	graph.Span
	Speaker    int // index into Entities, -1 where not known
	Sentence   int
	Direct     bool
	Confidence float64
}

// Event is something that happens, is planned, is asked for or is denied.
type Event struct {
	Type       graph.Type // an event type of graph/schema
	Trigger    graph.Span // the word that says it: "agreed", "airstrikes"
	Name       string     // for people: "US airstrikes", "talks on the US military presence"
	Evidence   graph.Span // the clause
	Sentence   int
	Modality   graph.Modality
	SaidBy     int // index into Entities, or -1
	Roles      []Role
	Time       string // EDTF, or empty
	TimeSpan   graph.Span
	Confidence float64
	Rule       string
	Same       int // index of an earlier event that this tells again, or -1
}

// Role is one participant of an event.
type Role struct {
	Predicate  graph.Predicate // agent, target, participant, place, instrument
	Entity     int
	Span       graph.Span // the words that say so
	Confidence float64
}

// Claim is a relation between two entities, or an entity and a value.
type Claim struct {
	Subject    int // index into Entities
	Predicate  graph.Predicate
	Object     int    // index into Entities, or -1 and Value
	Value      string //
	Modality   graph.Modality
	SaidBy     int // index into Entities, or -1
	Evidence   graph.Span
	Sentence   int
	Confidence float64
	Rule       string
}

// Rejection says what a stage threw out and why.
type Rejection struct {
	graph.Span
	Stage, Reason string
}

// English reports whether the text is in English, as it is taken to be where its language is not known.
func (d *Document) English() bool { return d.Language == "" || d.Language == "en" }

// Reject notes that stage threw out what stands at span, and why.
func (d *Document) Reject(stage string, span graph.Span, reason string) {
	d.Rejected = append(d.Rejected, Rejection{span, stage, reason})
}

// Read is what stands at span, in the letters it would be written in if its sentence were not in capitals throughout.
func (d *Document) Read(span graph.Span) string {
	if d.Plain != "" {
		return span.In(d.Plain)
	}
	return span.In(d.Text)
}

// Word is the text of token i.
func (d *Document) Word(i int) string { return d.Tokens[i].In(d.Text) }

// Dateline is the index of the mention that the first dateline begins with, or -1: where the article was written.
func (d *Document) Dateline() int {
	for _, s := range d.Sentences {
		if s.Role != Dateline {
			continue
		}
		for i := range d.Mentions {
			if d.Mentions[i].Begin == s.Begin {
				return i
			}
		}
		break
	}
	return -1
}
