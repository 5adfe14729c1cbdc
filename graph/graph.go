// Package graph is the vocabulary of Skein: what an article, an entity, a claim and a person's decision are.
//
// # The model
//
// Text becomes claims, claims become a picture; nothing flows back. The smallest thing Skein keeps is a [Fact]:
//
//   - an [Article]: the text itself and where it comes from;
//   - a [Sighting]: one entity as one article presents it, with the names used and the places in the text;
//   - a [Claim] with one piece of [Evidence]: subject, predicate, object or value, what kind of statement it is, who
//     said it, and the sentence that says it;
//   - a [Judgement]: a reviewer's decision (accept, reject, merge, rename, retype), which never destroys what it judges;
//   - a [Placement] and a [Setting]: where a person put a node, what a person chose to see.
//
// Entities are not stored. An entity is a fold over sightings, claims and judgements (package graph/snapshot), so two
// articles that agree are two pieces of evidence, a contradiction is two claims, and a merge can be taken back.
//
// # Identity
//
// Ids come from content ([NewID]): importing an article twice changes nothing, and neither the order of imports nor the
// number of workers shows in any output.
//
// # Change
//
// All edits, an import's and a person's alike, are a [Change]: a list of signed facts. A store answers with the part
// that really took effect, and only that is inverted by undo.
//
// Offsets are byte offsets into the untouched text, half open. At the border (JSON) they are Unicode code points.
package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"strconv"
	"strings"
)

// Errors that callers test for with errors.Is.
var (
	// ErrNotFound says that nothing in the graph has the name or id asked for.
	ErrNotFound = errors.New("not found")
	// ErrBusy says that another process has the graph open.
	ErrBusy = errors.New("the graph is open in another program")
	// ErrNotGraph says that a file is not a Skein graph, or is damaged.
	ErrNotGraph = errors.New("not a Skein graph")
)

// ID names an article, entity or claim: a letter for what it is ('a', 'e', 'c') and 80 bits of a SHA-256 over what
// makes it what it is, in lower-case base 32: 17 ASCII letters and digits. With 10 million things the chance of one
// collision is below 1e-10. The empty ID means "none".
type ID string

// Prefixes of ids.
const (
	ArticlePrefix = 'a'
	EntityPrefix  = 'e'
	ClaimPrefix   = 'c'
)

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// NewID returns the id of the thing that the parts make up. Parts are length-delimited: no two different lists share an
// id because their joined text is the same.
func NewID(prefix byte, parts ...string) ID {
	h := sha256.New()
	var n [4]byte
	for _, p := range parts {
		l := len(p)
		n = [4]byte{byte(l >> 24), byte(l >> 16), byte(l >> 8), byte(l)}
		h.Write(n[:])
		h.Write([]byte(p))
	}
	sum := h.Sum(nil)
	var b [17]byte
	b[0] = prefix
	idEncoding.Encode(b[1:], sum[:10])
	return ID(b[:])
}

// Kind is one of the five kinds of entity: what it is drawn as and filtered by. A country is an actor and a place.
type Kind string

// The kinds.
const (
	Actor     Kind = "actor"
	Unit      Kind = "unit"
	Place     Kind = "place"
	Event     Kind = "event"
	Equipment Kind = "equipment"
)

// Type is the finer sort of an entity within its kind, such as "person" or "facility"; package graph/schema lists them.
type Type string

// Predicate is the relation a claim states, such as "part_of"; package graph/schema lists them.
type Predicate string

// Modality is what kind of statement a claim is.
type Modality string

// The modalities.
const (
	Asserted    Modality = "asserted"    // it is said to be so
	Planned     Modality = "planned"     // it is said to be coming
	Conditional Modality = "conditional" // it depends on something, or may be
	Denied      Modality = "denied"      // it is said not to be so
	Requested   Modality = "requested"   // someone asks for it
)

// Modalities are all modalities in the order they are shown.
func Modalities() []Modality { return []Modality{Asserted, Planned, Conditional, Requested, Denied} }

// Span is a half-open range of byte offsets into an article's text.
type Span struct{ Begin, End int }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Begin }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Begin <= t.Begin && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Begin < t.End && t.Begin < s.End }

// In returns the part of text the span covers; empty when the span lies outside of it.
func (s Span) In(text string) string {
	if s.Begin < 0 || s.End > len(text) || s.Begin > s.End {
		return ""
	}
	return text[s.Begin:s.End]
}

// Article is a text and where it comes from. Text is never changed; all spans point into it.
type Article struct {
	ID        ID
	Title     string
	Byline    string
	Outlet    string // who published it, as the article names it
	URL       string
	Published string // EDTF (ISO 8601-2), or empty when not known
	Language  string // BCP 47, such as "en"
	Text      string
}

// Identify sets the article's id from its content and returns it. The place of the file is no part of it: a moved
// file is the same article.
func (a *Article) Identify() ID {
	a.ID = NewID(ArticlePrefix, a.Title, a.Byline, a.Outlet, a.URL, a.Published, a.Text)
	return a.ID
}

// Attribute is one named detail of an entity, such as echelon=battalion, class=aircraft, country=IQ or lat=33.79.
type Attribute struct{ Name, Value string }

// Sighting is one entity as one article presents it.
type Sighting struct {
	Entity     ID
	Article    ID
	Name       string      // the best name: the gazetteer's or the fullest one used
	Type       Type        //
	Aliases    []string    // other names the article uses, sorted
	Attributes []Attribute // sorted by name, then value
	Mentions   []Span      // in text order
	Key        string      // what the id was made from, readable: "country/IQ", "person/lloyd austin"
}

// Evidence is one place in one article that says what a claim says.
type Evidence struct {
	Article    ID
	Span               // the words that say it
	Sentence   Span    // the sentence or headline around them
	Confidence float64 // 0 to 1: the share of claims found this way that are right
	Extractor  string  // the rule or model that found it, such as "relate/apposition"
}

// Claim says that Subject stands in relation Predicate to Object, or has Value. Exactly one of Object and Value is set.
// The participants of an event are claims with the event as subject.
type Claim struct {
	ID        ID
	Subject   ID
	Predicate Predicate
	Object    ID     // the entity at the other end
	Value     string // or a literal: EDTF for "time"
	Modality  Modality
	SaidBy    ID         // the entity that says so; empty when the article itself does
	Evidence  []Evidence // in a Fact exactly one; in a snapshot all, sorted by article and begin
}

// Identify sets the claim's id from what it says, not from where it is said: the same claim in two articles is one claim.
func (c *Claim) Identify() ID {
	c.ID = NewID(ClaimPrefix, string(c.Subject), string(c.Predicate), string(c.Object), c.Value, string(c.Modality), string(c.SaidBy))
	return c.ID
}

// Confidence combines the evidence of independent articles: one minus the product of the doubts (noisy or). Several
// sentences of one article count as its best one. It is at most 0.99.
func (c *Claim) Confidence() float64 {
	doubt := 1.0
	for i := 0; i < len(c.Evidence); {
		best, a := 0.0, c.Evidence[i].Article
		for ; i < len(c.Evidence) && c.Evidence[i].Article == a; i++ {
			best = max(best, c.Evidence[i].Confidence)
		}
		doubt *= 1 - best
	}
	return min(1-doubt, 0.99)
}

// Decision is what a reviewer decided.
type Decision string

// The decisions, with what the fields of a Judgement mean for each.
const (
	Accept Decision = "accept" // Target (claim or entity) is right
	Reject Decision = "reject" // Target (claim or entity) is wrong: not shown, and no import brings it back
	Merge  Decision = "merge"  // Target is the same thing as Other, whose name stays
	Split  Decision = "split"  // Target and Other are not the same thing: never proposed again
	Rename Decision = "rename" // Target is called Value
	Retype Decision = "retype" // Target is of type Value
)

// Judgement is a reviewer's decision about a claim or an entity. There is one at most for each decision and target
// (for merge and split: for each pair); accept and reject replace each other.
type Judgement struct {
	Decision Decision
	Target   ID
	Other    ID
	Value    string
}

// Placement says where an entity stands on the canvas, in the plane's own units (about one pixel at zoom 1).
// An entity without a placement is not on the canvas.
type Placement struct {
	Entity ID
	X, Y   float64
	Pinned bool // put there by hand: no layout moves it
	Hidden bool // taken off the canvas by hand: expanding a neighbour does not bring it back
}

// Setting is a choice kept with the graph, such as the filters or the camera.
type Setting struct{ Key, Value string }

// Fact is one thing a graph keeps: an Article, Sighting, Claim, Judgement, Placement or Setting (by value).
type Fact interface {
	// Slot names the place the fact takes. Of one slot there is at most one fact; adding another replaces it.
	Slot() string
}

// Slot of an article is its id: what is under it never changes.
func (a Article) Slot() string { return "a/" + string(a.ID) }

// Slot of a sighting is the entity in the article.
func (s Sighting) Slot() string { return "s/" + string(s.Article) + "/" + string(s.Entity) }

// Slot of a claim is the claim at its place in its article.
func (c Claim) Slot() string {
	if len(c.Evidence) != 1 {
		return "c/" + string(c.ID)
	}
	e := c.Evidence[0]
	return strings.Join([]string{"c", string(e.Article), string(c.ID), strconv.Itoa(e.Begin), strconv.Itoa(e.End)}, "/")
}

// Slot of a judgement is its target, and its decision; accept and reject share one.
func (j Judgement) Slot() string {
	switch j.Decision {
	case Accept, Reject:
		return "j/verdict/" + string(j.Target)
	case Merge, Rename, Retype:
		return "j/" + string(j.Decision) + "/" + string(j.Target)
	}
	return "j/" + string(j.Decision) + "/" + string(j.Target) + "/" + string(j.Other)
}

// Slot of a placement is its entity.
func (p Placement) Slot() string { return "p/" + string(p.Entity) }

// Slot of a setting is its key.
func (s Setting) Slot() string { return "k/" + s.Key }
