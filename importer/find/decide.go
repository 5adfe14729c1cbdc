package find

import (
	"math"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// fill makes the mention that a settled name is.
func (s *scan) fill(f *found, n *name) {
	f.Type, f.Confidence, f.Rule = n.typ, n.conf, "find/name"
	switch {
	case n.typ == schema.Person:
		f.Attributes = s.gender(f.from, f.to)
	case n.typ == schema.Equipment && n.votes.gear > n.votes.ship:
		f.Attributes = class(s.classNoun(f.to))
	case n.typ == schema.Equipment:
		f.Attributes = class("vessel")
	case n.placed && n.typ == n.place.Type:
		f.Key = n.place.Key
		if text := s.text(f.from, f.to); strings.ToUpper(text) == text && strings.EqualFold(text, n.place.Name) {
			f.Name = n.place.Name // of a dateline
		}
		f.Attributes = attribute("country", n.place.Country)
	}
}

// votes are what speaks for each sort of name.
type votes struct{ person, body, place, armed, event, thing, ship, gear float64 }

// name is a capitalised expression of unknown sort with all that the document says of it.
type name struct {
	low    string
	votes  votes
	common int // its words that are common words of English as well
	words  int
	seen   int  // places where it stands
	inside int  // places where nothing but its being a name makes it capitalised
	doing  bool // somewhere a sentence says at its begin what it does
	acts   bool // somewhere within a sentence a verb says what it does
	place  gazetteer.Entry
	placed bool
	typ    graph.Type // decided; "" for no name
	conf   float64
	reason string // why it is no name
}

// decide gathers what speaks for each name of unknown sort over the whole document, and settles what it is: the longer
// ones first, because they tell what the shorter are short for.
func (s *scan) decide(pieces []piece) {
	var order []*name
	for i := range pieces {
		p := &pieces[i]
		if p.typ != "" || s.loud[s.w[p.from].sent] {
			continue
		}
		s.trimPiece(p)
		low := s.folded(p.from, p.to)
		n := s.names[low]
		if n == nil {
			n = &name{low: low}
			s.names[low] = n
			s.look(n, p)
			order = append(order, n)
		}
		s.hear(n, p)
	}
	for i := range pieces {
		if p := &pieces[i]; p.typ == "" && p.to-p.from > 1 && !s.w[p.from].is(starts) && !s.loud[s.w[p.from].sent] {
			if n := s.names[s.w[p.from].low]; n != nil {
				n.inside++ // it begins a longer name elsewhere
			}
		}
	}
	s.beside(pieces)
	surnames := s.surnames()
	called := s.called(surnames)
	for _, long := range [...]bool{true, false} {
		for _, n := range order {
			if many := n.words > 1; many == long {
				if t := called[n.low]; t != "" {
					n.typ, n.conf = t, 0.8
					continue
				}
				s.settle(n, surnames)
				if n.typ == schema.Person {
					addSurname(surnames, n.low)
				}
			}
		}
	}
}

// beside gives a name of which nothing is said by itself most of what speaks for its neighbour being a place: "They entered
// Tal Rumi and Barsa".
func (s *scan) beside(pieces []piece) {
	for i := 1; i < len(pieces); i++ {
		a, b := &pieces[i-1], &pieces[i]
		if b.typ != "" || b.from != a.to+1 || !s.same(a.from, b.from) || s.w[a.to].low != "and" && s.w[a.to].text != "," {
			continue
		}
		n, like := s.names[s.folded(b.from, b.to)], s.names[s.folded(a.from, a.to)]
		if n == nil || like == nil || a.typ != "" || n.weight() > 1 || n.weight() > 0.6 && s.w[a.to].text == "," || like.votes.place < max(1.5, like.votes.person+0.3) {
			continue
		}
		n.votes.place = max(n.votes.place, like.votes.place*0.9)
	}
}

// weight is the most that speaks for any sort of thing.
func (n *name) weight() float64 {
	v := &n.votes
	return max(v.person, v.body, v.place, v.armed, v.event, v.thing, v.ship, v.gear)
}

// trimPiece drops words from the begin of a piece that are there only because a sentence begins, or that only describe.
func (s *scan) trimPiece(p *piece) {
	for p.to-p.from > 1 {
		if _, ok := s.place(p.from, p.to); ok {
			return
		}
		w := &s.w[p.from]
		if w.in(placeAdjective) {
			if _, ok := s.place(p.from+1, p.to); ok {
				p.from++
				continue
			}
		}
		if s.partyOf(p) {
			p.from++
			continue
		}
		common := w.in(functionWord) || openers[w.low] || w.is(starts) && w.in(plainWord) || w.is(starts) && (s.know.commonWord(w.low) || s.lowered[w.low] || s.opener(p.from))
		if !common || s.know.gaz.GivenName(w.text) && !w.in(functionWord|plainWord) || s.w[p.from+1].is(mark) {
			return
		}
		p.from++
		for p.to-p.from > 1 && !s.w[p.from].is(capital) {
			p.from++
		}
	}
}

// partyOf reports whether a piece begins with a common word that only says what the person is who is named behind it: "Liberal Ann
// Rowe", "Comptroller Ben Lund".
func (s *scan) partyOf(p *piece) bool {
	if p.to-p.from != 3 {
		return false
	}
	first, given, last := &s.w[p.from], &s.w[p.from+1], &s.w[p.from+2]
	gaz := s.know.gaz
	return !first.is(allCaps|mark) && !first.in(headWord) && s.know.word(first.text) != "" && !gaz.GivenName(first.text) && !gaz.Surname(first.text) &&
		gaz.GivenName(given.text) && s.know.word(given.text) == "" && last.is(capital) && !last.in(headWord) && s.know.word(last.text) == ""
}

// opener reports whether word i, the first one of a sentence, is a common word before a name rather than part of it.
func (s *scan) opener(i int) bool {
	w, next := &s.w[i], &s.w[i+1]
	return !w.is(allCaps) && s.know.word(w.text) != "" && next.is(capital) && s.know.word(next.text) == "" && !next.in(headWord)
}

// look weighs the name's own words.
func (s *scan) look(n *name, p *piece) {
	first, last := &s.w[p.from], &s.w[p.to-1]
	gaz := s.know.gaz
	v := &n.votes
	n.words = p.to - p.from
	for _, w := range s.w[p.from:p.to] {
		if !w.is(allCaps) && !w.is(mixed) && !w.in(particleWord) && s.know.word(w.text) != "" {
			n.common++
		}
	}
	if e, ok := s.place(p.from, p.to); ok {
		s.lookPlace(n, e)
	}
	if p.to-p.from == 1 {
		s.lookSingle(v, first)
		return
	}
	article := english.Article(first.text)
	given := gaz.GivenName(first.text) && !article
	if townFirst[first.low] && n.words < 5 {
		v.place += 1.2 // San Vicente, Ain Issa
		given = false
	}
	switch {
	case article && p.to-p.from == 2:
		v.place += 0.5
	case given && gaz.Surname(last.text):
		v.person += 3
	case given:
		v.person += 2.2
	case gaz.Surname(last.text) && p.to-p.from == 2:
		v.person += 1.2
	case n.common == 0 && p.to-p.from < 4 && !first.is(allCaps) && !last.is(allCaps):
		v.person++
	}
	of := false
	for j := p.from; j < p.to; j++ {
		w := &s.w[j]
		switch {
		case w.is(initial) && j < p.to-1:
			v.person += 2
		case w.low == "of" || w.low == "for":
			of = true
		case w.text == "&":
			v.body += 2
		case w.in(particleWord) && !w.is(capital):
			v.person++
		case particleName(w.text):
			v.person++
		case w.is(digits):
			v.thing++
			v.person--
		case w.is(allCaps) && len(w.text) > 1 && !first.is(allCaps):
			v.body++
		case w.in(headWord):
			v.body += 0.5
		case s.lowered[w.low]:
			v.body += 0.5
		}
	}
	if of {
		v.body += 1.5
		v.person -= 2
	}
	if p.to-p.from > 4 {
		v.body++
	}
}

// townFirst are first words of towns' names in several languages.
var townFirst = english.Context("town first")

// lookPlace weighs what the gazetteer knows under the name.
func (s *scan) lookPlace(n *name, e gazetteer.Entry) {
	n.place, n.placed = e, true
	weight := 1 + math.Log10(float64(max(e.Population, 1000)))/4
	if e.Common {
		weight = 0.2
	}
	switch e.Type {
	case schema.City, schema.Region, schema.Facility, schema.Feature, schema.Country:
		n.votes.place += weight
		if e.Type != schema.City && !e.Common {
			n.votes.place++
		}
	case schema.ArmedGroup:
		n.votes.armed += 3
	default:
		n.votes.body += 3
	}
}

// lookSingle weighs a name of one word.
func (s *scan) lookSingle(v *votes, w *word) {
	if s.know.gaz.Surname(w.text) {
		v.person += 0.5
	}
	switch {
	case w.is(allCaps) && !w.is(digits) && len(w.text) < 8 && len(w.text) > 1:
		v.body += 2.2
		v.person -= 1.5
	case w.is(digits):
		v.thing += 1.5
		v.person -= 1.5
	case w.is(mixed):
		v.body++
	}
	if particleName(w.text) {
		v.person += 0.8
	}
	if s.know.gaz.Surname(w.text) {
		v.person += 0.7
	}
	if s.know.gaz.GivenName(w.text) {
		v.person += 0.5
	}
	if !w.is(allCaps) && len(w.low) > 5 && s.know.word(w.text) == "" {
		for _, ending := range english.NameParts()["surname ending"] {
			if strings.HasSuffix(w.low, ending) {
				v.person += 1.2
				return
			}
		}
	}
}

// ownerType is the type of the mention that word i belongs to.
func (s *scan) ownerType(i int) graph.Type {
	if i < 0 || s.owner[i] < 0 {
		return ""
	}
	return s.found[s.owner[i]].Type
}

// plain is how much must speak for a single common word for it to be a name.
const plain = 3

// settle decides what a name is, or that it is none.
func (s *scan) settle(n *name, surnames map[string]bool) {
	v := n.votes
	single := n.words == 1
	if single && surnames[n.low] && v.place < v.person+2.5 {
		v.person += 3
	}
	if len(n.low) < 2 {
		n.reason = "a single letter"
		return
	}
	if n.inside == 0 && single && !surnames[n.low] {
		if s.weak(n) {
			n.reason = "capitalised only because a sentence begins with it"
			return
		}
	}
	if single && n.common > 0 && !surnames[n.low] && max(v.person, v.body, v.place, v.armed, v.event) < plain {
		n.reason = "a common word"
		return
	}
	best, typ := v.person, graph.Type(schema.Person)
	for _, c := range [...]struct {
		votes float64
		typ   graph.Type
	}{{v.body, schema.Organization}, {v.place, s.placeType(n)}, {v.armed, schema.ArmedGroup}, {v.event, schema.NamedEvent}, {v.thing, schema.Equipment}, {v.ship, schema.Equipment}, {v.gear, schema.Equipment}} {
		if c.votes > best {
			best, typ = c.votes, c.typ
		}
	}
	switch {
	case best < 0.6:
		typ = schema.Organization
		n.conf = 0.4
	case typ == schema.Equipment && best > max(v.ship, v.gear):
		n.reason = "a number or code of unknown sort"
		return
	default:
		n.conf = min(0.5+best/10, 0.9)
	}
	n.typ = typ
}

// placeType is what sort of place a name is taken for.
func (s *scan) placeType(n *name) graph.Type {
	switch n.place.Type {
	case schema.City, schema.Region, schema.Facility, schema.Feature, schema.Country:
		return n.place.Type
	}
	return schema.City
}

// weak reports whether a word seen only where sentences begin is more likely a common word than a name.
func (s *scan) weak(n *name) bool {
	if n.doing {
		return s.lowered[n.low]
	}
	return s.lowered[n.low] || s.know.commonWord(n.low) || n.votes.person+n.votes.body+n.votes.place < 1.2
}

// acronymOf reports whether short, folded, is made of the first letters of the words of long, small words left out or
// not.
func acronymOf(short, long string) bool {
	k := 0
	begin := true
	for i := 0; i < len(long) && k < len(short); i++ {
		if begin && long[i] == short[k] {
			k++
		}
		begin = long[i] == ' ' || long[i] == '-'
	}
	return k == len(short) || k == len(short)-1 && short[k] == 's'
}
