package find

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer/gazetteer"
)

// canonical gives what other recognisers found the key and the name that the gazetteer has for it, so that one thing has
// one key whichever way it was found.
func (s *scan) canonical() {
	for i := range s.found {
		f := &s.found[i]
		if f.Generic || f.Type == schema.Person || f.Type == schema.Country {
			continue
		}
		k, ok := s.know.known.values[gazetteer.Fold(s.text(f.head, f.last))]
		if !ok {
			k, ok = s.know.known.values[gazetteer.Fold(f.Name)]
		}
		if !ok || !s.writtenAs(f.head, f.last, k.form) || !alike(f, k) || k.Country != "" && valueOf(f, "country") != "" && valueOf(f, "country") != k.Country ||
			f.Rule == agencyRule && k.Type != schema.Organization {
			continue
		}
		f.Type, f.Key, f.Name = k.Type, k.Key, k.Name
		if name, ok := s.yearly[k.Key]; ok {
			f.Key, f.Name = key(schema.NamedEvent, name), name
		}
		for _, a := range append(attribute("country", k.Country), k.Attributes...) {
			if valueOf(f, a.Name) == "" {
				f.Attributes = append(f.Attributes, a)
			}
		}
	}
}

// alike reports whether what was found can be what is known: of one type, or both bodies of people.
func alike(f *found, k known) bool {
	return f.Type == k.Type || body(f.Type) && body(k.Type)
}

// body reports whether a type is one of bodies of people.
func body(t graph.Type) bool {
	switch t {
	case schema.Organization, schema.Government, schema.ArmedGroup, schema.Unit:
		return true
	}
	return false
}

// valueOf is the value that a mention gives an attribute.
func valueOf(f *found, name string) string {
	for _, a := range f.Attributes {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// areas finds the regions that are named for the unit that answers for them: "7th Fleet area of responsibility".
func (s *scan) areas() {
	units := map[int]int{} // word behind a unit → its first word
	for i := range s.found {
		if f := &s.found[i]; f.Type == schema.Unit || f.Type == schema.Organization {
			units[f.to] = f.from
		}
	}
	for i := range s.w {
		from, ok := units[i]
		if !ok || s.w[i].low != "area" || s.low(i+1, i) != "of" {
			continue
		}
		if low := s.low(i+2, i); low != "responsibility" && low != "operations" {
			continue
		}
		f := found{from: from, to: i + 3, nested: true}
		f.Type, f.Rule, f.Confidence = schema.Region, "find/area", 0.8
		s.add(f)
	}
}

// spelledOut takes an acronym that the world knows for another body for the one that the text itself has those letters of:
// ADF in an article about the Australian Defence Force.
func (s *scan) spelledOut() {
	bodies := map[string]int{} // initials → the body in found
	for i := range s.found {
		f := &s.found[i]
		if n := f.last - f.head; !body(f.Type) || f.Generic || n < 3 || n > 6 {
			continue
		}
		var initials []byte
		for _, w := range s.w[f.head:f.last] {
			if w.is(capital) && !w.is(mark|allCaps) {
				initials = append(initials, w.text[0])
			}
		}
		if _, ok := bodies[string(initials)]; !ok && len(initials) == f.last-f.head {
			bodies[string(initials)] = i
		}
	}
	for i := range s.found {
		f := &s.found[i]
		if f.last-f.head != 1 || !s.w[f.head].is(allCaps) || f.Key == "" || !body(f.Type) {
			continue
		}
		long, ok := bodies[s.w[f.head].text]
		if !ok || s.found[long].Key == f.Key || s.found[long].from > f.from {
			continue
		}
		l := &s.found[long]
		f.Type, f.Key, f.Name, f.Attributes, f.echelon = l.Type, l.Key, l.Name, l.Attributes, l.echelon
		if f.Name == "" {
			f.Name = s.text(l.from, l.to)
		}
	}
}
