package file

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

// WriteNodeLink writes what is seen in v as skein/graph/1; a nil v is all of s, what was rejected and every judgement
// included, so only that is a full copy. at may be nil; entities that stand in it carry their place. What is written of
// a part is a graph of its own: names and counts are worked out from the facts that belong to it
// ([snapshot.View.Facts]).
func WriteNodeLink(w io.Writer, s *snapshot.Snapshot, v *snapshot.View, at map[graph.ID]graph.Placement) error {
	if v != nil && !(v.Whole() && v.Snapshot() == s) {
		s = snapshot.Build(v.Facts())
	}
	buf := bufio.NewWriterSize(w, 1<<16)
	n := &nodeLink{writer: writer{w: buf}, s: s, texts: newTexts(s.Articles()), at: at}
	n.graph()
	if n.err == nil {
		n.err = buf.Flush()
	}
	if n.err != nil {
		return fmt.Errorf("writing %s: %w", GraphSchema, n.err)
	}
	return nil
}

type nodeLink struct {
	writer
	s     *snapshot.Snapshot
	texts *texts
	at    map[graph.ID]graph.Placement
}

func (n *nodeLink) graph() {
	n.text(`{"directed":true,"multigraph":true,"graph":{"schema":"` + GraphSchema + `"},"options":{"type":"directed","multi":true,"allowSelfLoops":true},` + "\n")
	n.text(`"attributes":{"schema":"` + GraphSchema + `","articles":`)
	n.list(n.articles)
	n.text(`,"sightings":`)
	n.list(n.sightings)
	n.text(`,"judgements":`)
	n.list(n.judgements)
	n.text(`,"placements":`)
	n.list(n.placements)
	n.text("},\n" + `"nodes":`)
	n.list(n.nodes)
	n.text(",\n" + `"edges":`)
	n.list(n.edges)
	n.text("}\n")
}

func (n *nodeLink) articles(next func()) {
	for _, a := range byID(n.s.Articles()) {
		next()
		n.value(articleJSON(*a), "article "+string(a.ID))
	}
}

func byID(articles []graph.Article) []*graph.Article {
	out := make([]*graph.Article, len(articles))
	for i := range articles {
		out[i] = &articles[i]
	}
	slices.SortFunc(out, func(a, b *graph.Article) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out
}

func (n *nodeLink) sightings(next func()) {
	for i := range n.s.Entities() {
		seen := n.s.Entities()[i].Sightings
		for k := range seen {
			next()
			n.value(n.sighting(&seen[k]), "sighting of "+string(seen[k].Entity))
		}
	}
}

func (n *nodeLink) sighting(x *graph.Sighting) sightingJSON {
	p := n.texts.of(x.Article)
	out := sightingJSON{Entity: x.Entity, Article: x.Article, Name: x.Name, Type: x.Type, Key: x.Key, Aliases: x.Aliases}
	for _, a := range x.Attributes {
		out.Attributes = append(out.Attributes, attributeJSON(a))
	}
	for _, m := range x.Mentions {
		out.Mentions = append(out.Mentions, spanJSON{p.point(m.Begin), p.point(m.End)})
	}
	return out
}

func (n *nodeLink) judgements(next func()) {
	for _, j := range n.s.Judgements() {
		next()
		n.value(judgementJSON(j), "judgement of "+string(j.Target))
	}
}

// placements are those of ids that are no nodes any more: if the merge is taken back they stand where they stood.
func (n *nodeLink) placements(next func()) {
	var all []graph.Placement
	for i := range n.s.Entities() {
		for _, id := range n.s.Entities()[i].Joined {
			if p, ok := n.at[id]; ok {
				p.Entity = id
				all = append(all, p)
			}
		}
	}
	slices.SortFunc(all, func(a, b graph.Placement) int { return strings.Compare(string(a.Entity), string(b.Entity)) })
	for _, p := range all {
		next()
		n.value(placementJSON(p), "place of "+string(p.Entity))
	}
}

func (n *nodeLink) nodes(next func()) {
	for i := range n.s.Entities() {
		e := &n.s.Entities()[i]
		next()
		n.element(headJSON{ID: e.ID, Key: e.ID}, n.node(i, e), "entity "+string(e.ID))
	}
}

func (n *nodeLink) node(i int, e *snapshot.Entity) nodeJSON {
	out := nodeJSON{
		Label: e.Name, Kind: e.Kinds[0], Kinds: e.Kinds, Type: e.Type, Aliases: e.Aliases, Details: details(e.Attributes),
		Identity: e.Key, Time: e.Time, Verdict: e.Verdict, Joined: e.Joined,
	}
	if out.Aliases == nil {
		out.Aliases = []string{}
	}
	if slices.Contains(e.Kinds, graph.Event) {
		out.Modality = e.Modality
	}
	for k := range e.Sightings {
		if out.Mentions += len(e.Sightings[k].Mentions); k == 0 || e.Sightings[k].Article != e.Sightings[k-1].Article {
			out.Articles++
		}
	}
	if p, ok := n.at[e.ID]; ok {
		out.X, out.Y, out.Pinned, out.Hidden = &p.X, &p.Y, p.Pinned, p.Hidden
	}
	for _, k := range n.s.ClaimsOf(i) {
		if c := &n.s.Claims()[k]; c.To < 0 {
			out.Values = append(out.Values, valueJSON{c.ID, c.Predicate, c.Value, n.said(c)})
		}
	}
	return out
}

func (n *nodeLink) edges(next func()) {
	for i := range n.s.Claims() {
		c := &n.s.Claims()[i]
		if c.To < 0 {
			continue
		}
		next()
		info, _ := schema.PredicateOf(c.Predicate)
		n.element(headJSON{c.ID, c.ID, c.Subject, c.Object}, edgeJSON{info.Label, c.Predicate, n.said(c)}, "claim "+string(c.ID))
	}
}

// element writes an object of the fields of head and those of v, and the latter once more under attributes.
func (n *nodeLink) element(head headJSON, v any, what string) {
	h, _ := n.encode(head, what)
	b, ok := n.encode(v, what)
	if !ok {
		return
	}
	n.bytes(h[:len(h)-1])
	n.text(",")
	n.bytes(b[1 : len(b)-1])
	n.text(`,"attributes":`)
	n.bytes(b)
	n.text("}")
}

func (n *nodeLink) said(c *snapshot.Claim) saidJSON {
	return saidJSON{
		Modality: c.Modality, SaidBy: c.SaidBy, Verdict: c.Verdict, Disputed: c.Disputed,
		Confidence: rounded(c.Confidence), Outlets: c.Outlets, Evidence: n.evidence(c),
	}
}

func (n *nodeLink) evidence(c *snapshot.Claim) []evidenceJSON {
	var out []evidenceJSON
	for _, stored := range c.Stored() {
		var was *storedJSON
		if stored.ID != c.ID || stored.Subject != c.Subject || stored.Object != c.Object || stored.SaidBy != c.SaidBy {
			was = &storedJSON{stored.ID, stored.Subject, stored.Object, stored.SaidBy}
		}
		for k := range stored.Evidence {
			out = append(out, n.piece(&stored.Evidence[k], was))
		}
	}
	slices.SortStableFunc(out, func(a, b evidenceJSON) int {
		return cmp.Or(strings.Compare(string(a.Article), string(b.Article)), cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.End, b.End))
	})
	return out
}

func (n *nodeLink) piece(e *graph.Evidence, was *storedJSON) evidenceJSON {
	p := n.texts.of(e.Article)
	out := evidenceJSON{
		Article: e.Article, Begin: p.point(e.Begin), End: p.point(e.End), Quote: n.texts.in(e.Article, e.Span),
		Sentence: n.texts.in(e.Article, e.Sentence), SentenceBegin: p.point(e.Sentence.Begin), SentenceEnd: p.point(e.Sentence.End),
		Confidence: e.Confidence, Extractor: e.Extractor, Stored: was,
	}
	if a := n.texts.articles[e.Article]; a != nil {
		out.Title, out.Outlet, out.URL, out.Published = a.Title, a.Outlet, a.URL, a.Published
	}
	return out
}
