package model

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

// Card is a claim as the inspector shows it, seen from one of its ends.
type Card struct {
	Claim      graph.ID
	Index      int        // of the claim in the snapshot
	Other      graph.ID   // the other end, or ""
	Name       string     // the other end's name, or the value
	Kind       graph.Kind // of the other end
	Relation   string     // read from the end looked from; set where the group does not say it
	Chip       string     // what kind of statement, "" where plainly asserted
	Modality   graph.Modality
	Quote      Quote
	More       int    // further pieces of evidence
	Source     string // outlet, or title of the article
	Date       string // when it was published, for people
	Speaker    graph.ID
	SpeakerIs  string
	Agree      int // independent outlets
	Confidence float64
	Verdict    graph.Decision
	Disputed   bool
	New        bool
}

// Quote is a sentence with the words in it that say something.
type Quote struct {
	Text       string
	Begin, End int // bytes of Text that are marked
}

// Group is claims under one heading.
type Group struct {
	Label string
	Cards []Card
}

// Showing is what the inspector is about.
type Showing int

// The subjects.
const (
	ShowNothing Showing = iota
	ShowEntity
	ShowEdge
	ShowMany
	ShowWay
)

// Inspection is what the inspector shows.
type Inspection struct {
	What     Showing
	ID       graph.ID // the entity
	Kind     graph.Kind
	Planned  bool
	Echelon  string
	Title    string
	Line     string // type and counts
	Names    []string
	Facts    []graph.Attribute // attributes worth reading
	Joined   []Joined
	Maybe    []Joined // not joined: what speaks for it is not enough
	Verdict  graph.Decision
	Groups   []Group
	Outside  int    // claims that the filters keep back
	Members  []Node // of several
	Ways, At int    // of a chain
}

// Joined is an entity that is one with the one shown, or may be.
type Joined struct {
	ID   graph.ID
	Name string
	Why  string   // what speaks for it; empty where a reviewer said so
	Into graph.ID // whose name stays if they are joined: its own, or that of the one shown
}

// Inspect works out what the inspector shows.
func (s *State) Inspect() Inspection {
	switch {
	case len(s.Chain.Ways) > 0:
		return s.inspectChain()
	case s.Selection.Edge != (Edge{}):
		return s.inspectEdge(s.Selection.Edge)
	case len(s.Selection.Entities) == 1:
		return s.inspectEntity(s.Selection.Entities[0])
	case len(s.Selection.Entities) > 1:
		return s.inspectMany()
	}
	return Inspection{}
}

// maybe are the entities that may be one with e, each once.
func (s *State) maybe(e snapshot.Entity) []Joined {
	canon := s.Snap.Canon()
	var out []Joined
	for _, id := range append([]graph.ID{e.ID}, e.Joined...) {
		for _, l := range canon.Unsure(id) {
			other, into := l.To, canon.Root(l.To)
			if other == id {
				other, into = l.From, e.ID
			}
			root := canon.Root(other)
			if x, ok := s.entity(root); ok && root != e.ID && !slices.ContainsFunc(out, func(j Joined) bool { return j.ID == root }) {
				out = append(out, Joined{root, x.Name, l.Reason, into})
			}
		}
	}
	return out
}

func (s *State) inspectEntity(id graph.ID) Inspection {
	i, ok := s.Snap.Entity(id)
	if !ok {
		return Inspection{}
	}
	e := s.Snap.Entities()[i]
	in := Inspection{What: ShowEntity, ID: e.ID, Kind: KindOf(e), Title: e.Name, Names: e.Aliases, Verdict: e.Verdict,
		Planned: KindOf(e) == graph.Event && e.Modality != "" && e.Modality != graph.Asserted,
		Echelon: attribute(e.Attributes, "echelon")}
	for _, id := range e.Joined {
		link, _ := s.Snap.Canon().Link(id)
		in.Joined = append(in.Joined, Joined{id, s.joinedName(e.ID, id), link.Reason, e.ID})
	}
	in.Maybe = s.maybe(e)
	for _, a := range e.Attributes {
		if label, ok := attributeLabels[a.Name]; ok {
			value := strings.ReplaceAll(a.Value, "_", " ")
			if n := len(in.Facts); n > 0 && in.Facts[n-1].Name == label {
				in.Facts[n-1].Value += ", " + value // they are sorted by name
				continue
			}
			in.Facts = append(in.Facts, graph.Attribute{Name: label, Value: value})
		}
	}
	var rejected []Card
	groups := map[string]int{}
	claims := s.Snap.Claims()
	own := slices.Clone(s.Snap.ClaimsOf(i))
	slices.SortStableFunc(own, func(x, y int32) int { return surer(&claims[x], &claims[y]) })
	shown := 0
	for _, ci := range own {
		c := &claims[ci]
		if c.Verdict == graph.Reject {
			rejected = append(rejected, s.card(int(ci), i, true))
			continue
		}
		if !s.View.HasClaim(int(ci)) {
			in.Outside++
			continue
		}
		shown++
		label := relationLabel(c.Predicate, c.From == i)
		at, ok := groups[label]
		if !ok {
			at = len(in.Groups)
			groups[label] = at
			in.Groups = append(in.Groups, Group{Label: label})
		}
		in.Groups[at].Cards = append(in.Groups[at].Cards, s.card(int(ci), i, false))
	}
	orderGroups(in.Groups)
	if len(rejected) > 0 {
		in.Groups = append(in.Groups, Group{"rejected", rejected})
	}
	in.Line = s.entityLine(i, shown)
	return in
}

// attributeLabels are the attributes people are shown, with what they are called.
var attributeLabels = map[string]string{
	"echelon": "Echelon", "class": "Class", "title": "Title", "role": "Role", "post": "Post", "rank": "Rank",
	"designation": "Designation", "nickname": "Nickname", "service": "Service", "branch": "Branch", "hull": "Hull number",
	"born": "Born", "died": "Died",
}

// entityLine is type and counts: "Country · place and actor · 46 claims in 6 articles".
func (s *State) entityLine(i, shown int) string {
	e := s.Snap.Entities()[i]
	info, _ := schema.TypeOf(e.Type)
	parts := []string{info.Label}
	if len(e.Kinds) > 1 {
		var kinds []string
		for _, k := range e.Kinds {
			kinds = append(kinds, string(k))
		}
		parts = append(parts, strings.Join(kinds, " and "))
	}
	if KindOf(e) == graph.Event {
		if e.Modality != "" && e.Modality != graph.Asserted {
			parts = append(parts, strings.ToLower(ModalityLabel(e.Modality)))
		}
		if e.Time != "" {
			parts = append(parts, DateText(e.Time))
		}
	}
	articles := map[graph.ID]bool{}
	for _, x := range e.Sightings {
		articles[x.Article] = true
	}
	parts = append(parts, quantity(shown, "claim", "claims")+" in "+quantity(len(articles), "article", "articles"))
	return strings.Join(parts, " · ")
}

// orderGroups puts groups in the order of the schema, read from the subject first.
func orderGroups(groups []Group) {
	rank := map[string]int{}
	n := 0
	for _, p := range schema.Predicates() {
		for _, l := range []string{p.Label, p.Inverse} {
			if _, ok := rank[l]; !ok {
				n++
				rank[l] = n
			}
			if p.Role && l == p.Inverse { // what someone takes part in comes before everything else
				rank[l] = n - 1000
			}
			if p.Predicate == schema.Time {
				rank[l] = -2000
			}
		}
	}
	slices.SortStableFunc(groups, func(a, b Group) int { return rank[a.Label] - rank[b.Label] })
}

func (s *State) inspectEdge(e Edge) Inspection {
	in := Inspection{What: ShowEdge, Title: s.Name(e.A) + " – " + s.Name(e.B)}
	list := s.claimsOf(e)
	in.Groups = s.groupsByRelation(list)
	in.Line = quantity(len(list), "claim", "claims") + " between them"
	return in
}

// groupsByRelation groups claims by what they say, each with a sentence such as "Lloyd Austin leads Pentagon".
func (s *State) groupsByRelation(list []int32) []Group {
	var out []Group
	at := map[string]int{}
	claims := s.Snap.Claims()
	for _, ci := range list {
		info, _ := schema.PredicateOf(claims[ci].Predicate)
		label := info.Label
		k, ok := at[label]
		if !ok {
			k = len(out)
			at[label] = k
			out = append(out, Group{Label: label})
		}
		card := s.card(int(ci), claims[ci].From, false)
		card.Relation = s.ClaimText(int(ci))
		out[k].Cards = append(out[k].Cards, card)
	}
	return out
}

func (s *State) inspectMany() Inspection {
	in := Inspection{What: ShowMany, Title: quantity(len(s.Selection.Entities), "entity", "entities") + " selected"}
	among := map[int]bool{}
	for _, id := range s.Selection.Entities {
		i, ok := s.Snap.Entity(id)
		if !ok {
			continue
		}
		among[i] = true
		if n, ok := s.Picture.Node(id); ok {
			in.Members = append(in.Members, n)
			continue
		}
		e := s.Snap.Entities()[i]
		in.Members = append(in.Members, Node{ID: e.ID, Index: i, Name: e.Name, Kind: KindOf(e), Type: e.Type})
	}
	slices.SortStableFunc(in.Members, func(a, b Node) int { return b.Weight - a.Weight })
	n := 0
	claims := s.Snap.Claims()
	for _, m := range in.Members {
		for _, ci := range s.Snap.ClaimsOf(m.Index) {
			if c := &claims[ci]; c.From == m.Index && c.To >= 0 && among[c.To] && s.View.HasClaim(int(ci)) {
				n++
			}
		}
	}
	in.Line = quantity(n, "claim", "claims") + " among them"
	return in
}

func (s *State) inspectChain() Inspection {
	in := Inspection{What: ShowWay, Title: s.Name(s.Chain.From) + " → " + s.Name(s.Chain.To), Ways: len(s.Chain.Ways), At: s.Chain.At}
	way := s.Chain.Ways[s.Chain.At]
	in.Line = quantity(len(way), "step", "steps")
	if in.Ways > 1 {
		in.Line += " · way " + thousands(s.Chain.At+1) + " of " + thousands(in.Ways)
	}
	entities := s.Snap.Entities()
	for _, st := range way {
		card := s.card(st.Claim, st.From, false)
		card.Relation = s.ClaimText(st.Claim)
		in.Groups = append(in.Groups, Group{entities[st.From].Name + " → " + entities[st.To].Name, []Card{card}})
	}
	return in
}

// card is a claim seen from one of its ends.
func (s *State) card(ci, from int, rejected bool) Card {
	c := &s.Snap.Claims()[ci]
	entities := s.Snap.Entities()
	card := Card{Claim: c.ID, Index: ci, Name: c.Value, Modality: c.Modality, Agree: c.Outlets, Confidence: c.Confidence,
		Verdict: c.Verdict, Disputed: c.Disputed, More: max(len(c.Evidence)-1, 0), New: slices.Contains(s.News.Claims, c.ID)}
	if c.Predicate == schema.Time {
		card.Name = DateText(c.Value)
	}
	other := c.To
	if c.From != from {
		other = c.From
	}
	if other >= 0 {
		e := entities[other]
		card.Other, card.Name, card.Kind = e.ID, e.Name, KindOf(e)
	}
	if rejected {
		card.Relation = s.ClaimText(ci)
	}
	card.Chip = chip(c.Modality, schema.IsEvent(entities[c.From].Type))
	if c.Speaker >= 0 && c.Predicate != schema.Statement { // of a statement the speaker is one end
		card.Speaker, card.SpeakerIs = entities[c.Speaker].ID, entities[c.Speaker].Name
	}
	if len(c.Evidence) > 0 {
		card.Quote = s.quote(c.Evidence[0])
		card.Source, card.Date = s.source(c.Evidence[0].Article)
	}
	return card
}

// chip is what kind of statement a claim is, in a word; a plain relation needs none.
func chip(m graph.Modality, event bool) string {
	switch {
	case m != graph.Asserted:
		return strings.ToLower(ModalityLabel(m))
	case event:
		return "happened"
	}
	return ""
}

// source is outlet, or title, and date of an article.
func (s *State) source(article graph.ID) (who, date string) {
	i, ok := s.Snap.Article(article)
	if !ok {
		return "", ""
	}
	a := s.Snap.Articles()[i]
	if who = a.Outlet; who == "" {
		who = Short(ArticleName(a), 40)
	}
	return who, DateText(a.Published)
}

// quoteLimit is how much of a sentence a card shows, in bytes.
const quoteLimit = 360

// quote is an evidence's sentence in one line, cut around the marked words when it is long.
func (s *State) quote(e graph.Evidence) Quote {
	i, ok := s.Snap.Article(e.Article)
	if !ok {
		return Quote{}
	}
	text := s.Snap.Articles()[i].Text
	whole := e.Sentence
	if !whole.Contains(e.Span) {
		whole = e.Span
	}
	before, mark, after := graph.Span{Begin: whole.Begin, End: e.Begin}.In(text), e.Span.In(text), graph.Span{Begin: e.End, End: whole.End}.In(text)
	room := max(quoteLimit-len(mark), 80)
	before, mark, after = flat(before), flat(mark), flat(after)
	if over := len(before) + len(after) - room; over > 0 {
		keep := max(room-len(after), room/2)
		if len(before) > keep {
			before = "…" + strings.TrimLeft(cutLeft(before, keep), " ")
		}
		if rest := room - min(len(before), keep); len(after) > rest {
			after = strings.TrimRight(cutRight(after, rest), " ") + "…"
		}
	}
	before = strings.TrimLeft(before, " ")
	q := Quote{Text: before + mark + strings.TrimRight(after, " ")}
	q.Begin, q.End = len(before), len(before)+len(mark)
	return q
}

// flat is text in one line; runs of white space become one blank.
func flat(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// cutLeft is the last n bytes, from a blank on.
func cutLeft(s string, n int) string {
	s = s[len(s)-n:]
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[i:]
	}
	return strings.ToValidUTF8(s, "")
}

// cutRight is the first n bytes, up to a blank.
func cutRight(s string, n int) string {
	s = s[:n]
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		return s[:i]
	}
	return strings.ToValidUTF8(s, "")
}

// Short is text of at most n runes, with an ellipsis when cut.
func Short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimRight(string(r[:n-1]), " ") + "…"
}
