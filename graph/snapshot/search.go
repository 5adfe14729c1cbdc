package snapshot

import (
	"cmp"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
)

// Hit is an entity found by name.
type Hit struct {
	Entity int
	Name   string  // the name or alias that matched
	Score  float64 // above 0, at most 1; comparable within one search only
}

// Scores, best first. Ties are ordered by the number of claims of the entity, then its id.
const (
	scoreSame     = 1.0  // the name is the query
	scoreAcronym  = 0.95 // the query is the name's acronym
	scoreStart    = 0.9  // the name starts with the query, a whole word
	scoreTail     = 0.85 // the name ends with the query, or goes on with another word
	scoreBegun    = 0.8  // the name starts with the query, in the middle of a word
	scoreTailPart = 0.75 // so does a later word
	scoreAnyOrder = 0.7  // every word of the query begins some word of the name
	scoreSlip     = 0.6  // as that, with typing slips
	costSlip      = 0.1  // for each of them
	costUnended   = 0.05 // the mistyped word is only the beginning of the name's
	costLater     = 0.02 // it is not the name's first word
	costTitle     = 0.1  // the query is a title and a name
	costEvent     = 0.1  // it is an event, which is called by who takes part in it: "Weaver met Brzozowski"
)

// maxCandidates bounds how many names are looked at one by one for a query of several words.
const maxCandidates = 4000

// Search finds entities that were not rejected by what people type: a name or alias, its beginning, the beginning of a
// later word, an acronym, several words in any order, title and name, and, in words of four letters and more, one slip of the fingers
// (two from eight letters on): a letter wrong, missing, too many, or two exchanged. Case, accents and marks do not
// matter. The best come first, at most limit, each entity once.
func (s *Snapshot) Search(query string, limit int) []Hit {
	q := Fold(query)
	if q == "" || limit <= 0 {
		return nil
	}
	n := s.names.get(s.readNames)
	top := &ranking{s: s, limit: limit, in: map[int32]int{}}
	for _, e := range n.startingWith(q) {
		top.offer(e, plainScore(e, q))
	}
	if tokens := strings.Fields(q); len(top.hits) < limit {
		if len(tokens) > 1 {
			s.searchWords(n, tokens, top)
			s.searchTitled(n, tokens, top)
		}
		if len(top.hits) < limit {
			s.searchSlips(n, tokens, top)
		}
	}
	return top.list()
}

// plainScore is the score of an entry that starts with the query.
func plainScore(e entry, q string) float64 {
	ends := len(e.text) == len(q)
	switch {
	case e.form == acronym && ends:
		return scoreAcronym
	case e.form == acronym:
		return 0
	case e.form != tail && ends:
		return scoreSame
	case e.form != tail && e.text[len(q)] == ' ':
		return scoreStart
	case e.form != tail:
		return scoreBegun
	case ends || e.text[len(q)] == ' ':
		return scoreTail
	}
	return scoreTailPart
}

// searchWords finds names in which every token begins a word, starting from the rarest token.
func (s *Snapshot) searchWords(n *names, tokens []string, top *ranking) {
	rarest := n.startingWith(tokens[0])
	for _, t := range tokens[1:] {
		if list := n.startingWith(t); len(list) < len(rarest) {
			rarest = list
		}
	}
	for _, e := range rarest[:min(len(rarest), maxCandidates)] {
		if e.form == acronym || top.has(e.entity) {
			continue
		}
		name := " " + Fold(s.nameOf(e))
		if !slices.ContainsFunc(tokens, func(t string) bool { return !strings.Contains(name, " "+t) }) {
			top.offer(e, scoreAnyOrder)
		}
	}
}

// searchTitled finds people by title and name, as articles call them: "Mr. Weaver", "Foreign Minister Lindqvist".
func (s *Snapshot) searchTitled(n *names, tokens []string, top *ranking) {
	for i := 1; i < len(tokens); i++ {
		title, name := strings.Join(tokens[:i], " "), strings.Join(tokens[i:], " ")
		list := n.startingWith(name)
		for _, e := range list[:min(len(list), maxCandidates)] {
			if slices.ContainsFunc(s.entities[e.entity].Attributes, func(a graph.Attribute) bool {
				return a.Name == "title" && strings.HasPrefix(Fold(a.Value), title)
			}) {
				top.offer(e, plainScore(e, name)-costTitle)
			}
		}
	}
}

// searchSlips finds names in which every token, mistyped, begins a word, starting from the rarest token.
func (s *Snapshot) searchSlips(n *names, tokens []string, top *ranking) {
	var rarest []slip
	fewest, pivot := -1, 0
	for i, t := range tokens {
		words := n.mistyped(t, slipsIn(t))
		count := 0
		for _, w := range words {
			count += len(n.withWord(w.word))
		}
		if fewest < 0 || count < fewest {
			rarest, fewest, pivot = words, count, i
		}
	}
	left := maxCandidates
	for _, w := range rarest {
		for _, e := range n.withWord(w.word) {
			if e.form == acronym {
				continue
			}
			if left--; left < 0 {
				return
			}
			cost := w.cost()
			if len(tokens) > 1 {
				cost += s.othersMistyped(e, tokens, pivot)
			}
			if e.form == tail {
				cost += costLater
			}
			if score := scoreSlip - cost; score > 0 {
				top.offer(e, score)
			}
		}
	}
}

// othersMistyped is what the tokens but one cost as mistyped words of the entry's name; at least 1 when one is not there.
func (s *Snapshot) othersMistyped(e entry, tokens []string, but int) float64 {
	sum := 0.0
	name := strings.Fields(Fold(s.nameOf(e)))
	for i, t := range tokens {
		if i == but {
			continue
		}
		best := 1.0
		for _, w := range name {
			if strings.HasPrefix(w, t) {
				best = 0
				break
			}
			if x, ok := mistype(t, w, slipsIn(t)); ok {
				best = min(best, x.cost())
			}
		}
		sum += best
	}
	return sum
}

func (s *Snapshot) nameOf(e entry) string {
	if e.name == 0 {
		return s.entities[e.entity].Name
	}
	return s.entities[e.entity].Aliases[e.name-1]
}

// ranking keeps the best entries, one for each entity.
type ranking struct {
	s     *Snapshot
	limit int
	hits  []ranked      // best first
	in    map[int32]int // entities among the hits
}

type ranked struct {
	entry
	score  float64
	degree int
}

func compareRanked(a, b ranked) int {
	return cmp.Or(-cmp.Compare(a.score, b.score), -cmp.Compare(a.degree, b.degree), cmp.Compare(a.entity, b.entity), cmp.Compare(a.name, b.name))
}

func (r *ranking) has(entity int32) bool { _, ok := r.in[entity]; return ok }

func (r *ranking) offer(e entry, score float64) {
	if t := r.s.entities[e.entity].Type; score < scoreAcronym && schema.IsEvent(t) && t != schema.NamedEvent {
		score -= costEvent
	}
	full := len(r.hits) == r.limit
	if score <= 0 || full && score < r.hits[len(r.hits)-1].score {
		return
	}
	x := ranked{e, score, len(r.s.ClaimsOf(int(e.entity)))}
	if full && compareRanked(x, r.hits[len(r.hits)-1]) >= 0 {
		return
	}
	if r.has(e.entity) {
		at := slices.IndexFunc(r.hits, func(h ranked) bool { return h.entity == e.entity })
		if compareRanked(x, r.hits[at]) >= 0 {
			return
		}
		r.hits = slices.Delete(r.hits, at, at+1)
	} else if full {
		delete(r.in, r.hits[len(r.hits)-1].entity)
		r.hits = r.hits[:len(r.hits)-1]
	}
	at, _ := slices.BinarySearchFunc(r.hits, x, compareRanked)
	r.hits = slices.Insert(r.hits, at, x)
	r.in[e.entity] = 1
}

func (r *ranking) list() []Hit {
	var out []Hit
	for _, h := range r.hits {
		out = append(out, Hit{int(h.entity), r.s.nameOf(h.entry), h.score})
	}
	return out
}
