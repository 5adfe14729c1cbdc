// Package find finds where a text names or describes persons, bodies, units, places, events and equipment.
//
// # How
//
// Recognisers go over the words one after the other, the most certain first; words that one has taken are closed to
// the ones after it:
//
//	works       what only looks like a name: awards, laws, treaties; closed and not given
//	equipment   ships, designations, names of weapons ("USS Nimitz (CVN 68)", "CH-47 Chinook")
//	known       names of the world of several words ("Islamic Revolutionary Guard Corps")
//	lives       persons whom biographies are about ("Ann Rowe (born 1954) is")
//	units       as soldiers write them, services, forces of states; chained into part and whole
//	leads       names told by their first words ("Camp …", "Operation …", "Lake …")
//	persons     behind titles, ranks and trades
//	groups      governments, ministries, parliaments, and groups without a name that act ("Iran-backed militants")
//	own         bodies that every state has, behind "its"
//	runs        all other capitalised words, cut into pieces; a piece whose words say what it is (a head such as
//	            "Ministry", a name of the world, a state) is settled, others are judged by what the whole document
//	            says around them
//	generics    descriptions that take up something named ("the commission")
//
// In the end persons get the posts that stand behind their names, and whatever the gazetteer knows gets its key. Each
// recogniser is a file of its own. The knowledge is data in importer/english and importer/gazetteer.
//
// # What capitals mean
//
// A capital says little at the begin of a sentence and nothing in a headline in title case. A word seen only where
// sentences begin is a name only if something else says so, and so is a common word of English standing alone; in
// headlines only names are found that the rest of the text, or the world, knows.
package find

import (
	"skein/graph/schema"
	"skein/importer"
)

// Stage is the stage that finds mentions.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "find",
		Doc:   "Finds names and descriptions of persons, bodies, units, places, events and equipment.",
		Needs: []importer.Layer{importer.Sentences, importer.Tokens, importer.Tags, importer.Plain},
		Gives: []importer.Layer{importer.Mentions},
		Run:   run,
	}
}

func run(d *importer.Document) error {
	know, err := load()
	if err != nil {
		return err
	}
	s := newScan(d, know)
	s.titleCase()
	s.lowerWords()
	s.outlet()
	s.agencies()
	s.works()
	s.equipment()
	s.knownNames()
	s.lives()
	s.leads(3) // Marine Corps Base X is no unit
	s.units()
	s.namedUnits()
	s.leads(1)
	s.persons()
	s.ministers()
	s.officesOf()
	s.groups()
	s.own()
	pieces := s.runs()
	s.decide(pieces)
	s.takePieces(pieces)
	s.echo()
	s.generics()
	s.bareOrdinals()
	s.posts()
	s.areas()
	s.canonical()
	s.spelledOut()
	s.tails()
	s.link()
	s.nicknames()
	s.emit()
	return nil
}

// takePieces adds the pieces that turned out to be names, and says why others did not.
func (s *scan) takePieces(pieces []piece) {
	for i := range pieces {
		p := &pieces[i]
		if !s.free(p.from, p.to) {
			continue
		}
		f := found{from: p.from, to: p.to}
		f.Type, f.Key, f.Name, f.Attributes, f.Confidence, f.Rule = p.typ, p.key, p.name, p.attrs, p.conf, p.rule
		if p.typ == "" {
			n := s.names[s.folded(p.from, p.to)]
			if n == nil || n.typ == "" {
				if n != nil {
					s.d.Reject("find", s.span(p.from, p.to), n.reason)
				}
				continue
			}
			s.fill(&f, n)
			s.capital(&f)
			s.stateOf(&f)
			s.built(&f)
			s.brigade(&f)
			for j := p.from + 1; j < p.to; j++ {
				if s.w[j].low == "in" {
					s.inside(j+1, p.to) // the Chad of "Movement for Justice in Chad"
				}
			}
		} else if p.typ == schema.Organization && p.key == "" && s.word(p.to, p.from).in(armedWord) {
			f.Type = schema.ArmedGroup // Brotherhood Alliance fighters
		} else if p.typ == schema.People {
			s.stateOf(&f)
		} else if s.loud[s.w[p.from].sent] && p.rule == "find/head" {
			s.d.Reject("find", s.span(p.from, p.to), "capitals of a headline")
			continue
		}
		s.take(f)
	}
}
