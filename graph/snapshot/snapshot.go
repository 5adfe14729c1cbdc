// Package snapshot is the picture of a graph that all reading goes through: immutable, ordered, in memory.
//
// # From facts to a picture
//
// A store keeps facts; [Build] folds them into entities and claims, and [Snapshot.With] makes the next picture out of the
// last one and a change, far cheaper than building anew and equal to it. Nothing in a snapshot depends on the order in
// which facts came. Entities and claims are sorted by id, and the index into that order is the dense id by which the
// layout and the scene know them; it holds for this snapshot only.
//
// # What an entity is
//
// An entity exists when an article shows it (a sighting) or when a claim ends in it; one that is only an end has no
// name but its id. Sightings of ids that were merged, by a reviewer or because enough speaks for it (package graph/resolve), are
// folded into their root; and sightings of one id that are of two persons of that name (resolve.Own) are entities of their own, with what
// their articles say of them:
//
//   - Name: the reviewer's Rename of the root; else the most sighted name, then the longest, then the alphabetically
//     first. Only the root's own sightings vote, if it has any: in a merge the root's name stays.
//   - Type: the reviewer's Retype; else the most sighted type by the same votes, then the first in the schema.
//   - Kinds: the schema's for that type.
//   - Aliases: all other names, of sightings and of renames of what was merged in, sorted.
//   - Attributes: united, sorted by name and value.
//   - Verdict: the reviewer's for the root.
//   - Time and Modality of an event: from the claims with the event as subject that nobody rejected. The time is that
//     of the surest time claim, then the most detailed, then the alphabetically first; the modality is the first that
//     occurs, in the order of graph.Modalities.
//
// # What a claim is
//
// All evidence for what says the same thing is one claim. A merge moves a claim's ends and its speaker to the root; the
// claim's id is then made anew from what it now says ([graph.Claim.Identify]), so claims that have become equal fold
// into one. A claim that no merge touches keeps the id it came with. The old ids still find the claim ([Snapshot.Claim]).
//
//   - Verdict: the reviewer's for the claim's own id; else Reject if any claim folded into it was rejected (what was
//     judged wrong does not come back through a merge), else Accept if any was accepted.
//   - Disputed: another claim says the same of the same ends, whoever says it, and of the two one is asserted and one
//     denied, neither rejected.
//   - Confidence: [graph.Claim.Confidence], over all evidence.
//   - Outlets: how many outlets can each be credited with a wording of their own (a maximum matching of outlets and
//     wordings). Copied wire text counts once, and so do all articles of one outlet and all whose outlet is not known.
//
// # Finding and filtering
//
// [Snapshot.View] applies a [Filter]; neighbours and paths are asked of the [View], so that what is filtered out is not
// walked through. [Snapshot.Search] finds entities by name.
package snapshot

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"skein/graph"
	"skein/graph/resolve"
)

// Snapshot is one state of a graph. It is safe for concurrent use. What its methods return must not be changed.
type Snapshot struct {
	articles []graph.Article // by published, then id
	entities []Entity        // by id
	claims   []Claim         // by id
	reviewed *decisions
	folded   map[graph.ID]graph.ID // id of a claim as stored to the id of the claim it is folded into, where different
	near     csr                   // entity to claims that end in it

	articleOnce sync.Once
	articleAt   map[graph.ID]int32 // see articleIndex
	contents    lazy[contents]     // by article
	names       lazy[names]        // for Search
}

// Entity is all that is known of one thing.
type Entity struct {
	ID         graph.ID
	Key        string // readable identity, "country/IQ"; empty when never sighted
	Name       string
	Type       graph.Type
	Kinds      []graph.Kind      // at least one; the first is the one it is drawn as
	Aliases    []string          // all other names, sorted
	Attributes []graph.Attribute // sorted by name, then value
	Sightings  []graph.Sighting  // as stored (Entity may be an id merged into this one), sorted by article, then entity
	Joined     []graph.ID        // ids merged into this one, sorted
	Verdict    graph.Decision    // Accept, Reject or ""
	Modality   graph.Modality    // of an event: the strongest of its claims; else Asserted
	Time       string            // of an event: EDTF, or ""
}

// Claim is a claim with all its evidence. Subject, Object and SaidBy are canonical ids.
type Claim struct {
	graph.Claim
	From, To   int // dense ids of subject and object; To is -1 for values
	Speaker    int // dense id, or -1: none, or one of whom nothing else is known
	Verdict    graph.Decision
	Disputed   bool
	Confidence float64 // 0 to 0.99
	Outlets    int     // independent outlets; 0 when the articles are gone

	parts    []graph.Claim // as stored, by id; nil when that is Claim itself
	orphaned bool          // the article of some evidence is not in the graph
}

// Stored are the claims as they came, before merges, sorted by id: the claim itself unless a merge touched it.
func (c *Claim) Stored() []graph.Claim {
	if c.parts == nil {
		return []graph.Claim{c.Claim}
	}
	return c.parts
}

// Entities are all entities, also the rejected ones, sorted by id; the index is the dense id.
func (s *Snapshot) Entities() []Entity { return s.entities }

// Claims are all claims, also the rejected ones, sorted by id; the index is the dense id.
func (s *Snapshot) Claims() []Claim { return s.claims }

// Articles are all articles, sorted by publication date as EDTF text (unknown first), then id.
func (s *Snapshot) Articles() []graph.Article { return s.articles }

// Judgements are all of the reviewer's decisions, sorted by decision, target and other.
func (s *Snapshot) Judgements() []graph.Judgement { return s.reviewed.sorted }

// Canon tells which ids were merged, and why, which may be one, and which pairs were said to be different.
func (s *Snapshot) Canon() *resolve.Canon { return s.reviewed.canon }

// Entity finds an entity by its id or by an id that was merged into it.
func (s *Snapshot) Entity(id graph.ID) (int, bool) {
	return find(s.entities, s.reviewed.canon.Root(id), entityID)
}

// Claim finds a claim by its id or by an id that was folded into it.
func (s *Snapshot) Claim(id graph.ID) (int, bool) {
	if to, ok := s.folded[id]; ok {
		id = to
	}
	return find(s.claims, id, claimID)
}

// Article finds an article by its id.
func (s *Snapshot) Article(id graph.ID) (int, bool) {
	i, ok := s.articleIndex()[id]
	return int(i), ok
}

// ClaimsOf are the claims with the entity as subject or object (not as speaker), sorted. An entity that does not exist
// has none.
func (s *Snapshot) ClaimsOf(entity int) []int32 { return s.near.row(entity) }

// SightingsIn are the sightings an article gives, sorted by the canonical id of what is sighted, then by stored id.
func (s *Snapshot) SightingsIn(article int) []graph.Sighting {
	places := s.contents.get(s.readContents).sightings.row(article)
	if len(places) == 0 {
		return nil
	}
	out := make([]graph.Sighting, 0, len(places))
	id := s.articles[article].ID
	for _, e := range places {
		seen := s.entities[e].Sightings
		for i := firstIn(seen, id); i < len(seen) && seen[i].Article == id; i++ {
			out = append(out, seen[i])
		}
	}
	return out
}

// ClaimsIn are the claims with evidence in an article, sorted.
func (s *Snapshot) ClaimsIn(article int) []int32 {
	return s.contents.get(s.readContents).claims.row(article)
}

func entityID(e *Entity) graph.ID { return e.ID }
func claimID(c *Claim) graph.ID   { return c.ID }

func find[T any](sorted []T, id graph.ID, of func(*T) graph.ID) (int, bool) {
	lo, hi := 0, len(sorted)
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); of(&sorted[m]) < id {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo, lo < len(sorted) && of(&sorted[lo]) == id
}

// firstIn is the index of the first sighting in the article or a later one.
func firstIn(seen []graph.Sighting, article graph.ID) int {
	i, _ := slices.BinarySearchFunc(seen, article, func(s graph.Sighting, id graph.ID) int { return strings.Compare(string(s.Article), string(id)) })
	return i
}

func byPublished(a, b graph.Article) int {
	return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(string(a.ID), string(b.ID)))
}

// lazy is a value worked out when first asked for.
type lazy[T any] struct {
	mu    sync.Mutex
	value *T
}

func (l *lazy[T]) get(make func() *T) *T {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.value == nil {
		l.value = make()
	}
	return l.value
}

// known is the value if it was worked out already, else nil.
func (l *lazy[T]) known() *T {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.value
}
