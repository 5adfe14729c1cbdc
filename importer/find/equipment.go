package find

import (
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
)

// equipment finds ships, designations and names of weapons, vehicles and aircraft.
func (s *scan) equipment() {
	for i := 0; i < len(s.w); i++ {
		if s.owner[i] >= 0 || s.w[i].is(mark) {
			continue
		}
		for _, read := range [...]func(*scan, int) (int, found, bool){
			(*scan).ship, (*scan).shipClass, (*scan).designation, (*scan).gear,
		} {
			end, f, ok := read(s, i)
			if !ok || !s.free(i, end) {
				continue
			}
			f.from, f.to, f.Type, f.Rule = i, end, schema.Equipment, "find/equipment"
			s.take(f)
			i = end - 1
			break
		}
	}
	s.ashore()
	s.shipsAgain()
}

// shipsAgain finds the ships of the text again where they stand without what leads their names: "Carter Hall". A name of
// one word may be anything else.
func (s *scan) shipsAgain() {
	names := newPhrases[string]()
	for i := range s.found {
		f := &s.found[i]
		if from := f.head + 1; f.Type == schema.Equipment && valueOf(f, "class") == "vessel" && f.last-from > 1 && english.EquipmentNames().Ships[s.w[f.head].text] != "" {
			names.add(s.text(from, f.last), s.text(f.head, f.last))
		}
	}
	for i := 0; i < len(s.w); i++ {
		if s.owner[i] >= 0 || !s.w[i].is(capital) {
			continue
		}
		end, name := names.match(s.w, i, s.limit(i, 6))
		if end == i || !s.free(i, end) || s.word(end, i).is(capital) || s.word(i-1, i).is(capital) {
			continue
		}
		f := found{from: i, to: end}
		f.Type, f.Rule, f.Name, f.Attributes = schema.Equipment, "find/equipment", name, class("vessel")
		s.take(f)
		i = end - 1
	}
}

func class(name string) []graph.Attribute { return attribute("class", name) }

// ship reads "USS George Washington (CVN 73)".
func (s *scan) ship(i int) (int, found, bool) {
	gear := english.EquipmentNames()
	country, ok := gear.Ships[s.w[i].text]
	if s.w[i].text == "Cutter" && s.low(i-1, i) == "guard" { // Coast Guard Cutter Vigilant
		country, ok = "US", true
	}
	if !ok {
		return i, found{}, false
	}
	limit := s.limit(i, 8)
	end := i + 1
	for end < limit {
		w := &s.w[end]
		if to, _ := s.know.noName.match(s.w, end, limit); to > end+1 {
			break // Public Affairs
		}
		small := end > i+1 && end+1 < limit && (w.low == "of" || w.low == "the" || w.text == "-" || w.in(particleWord)) && s.w[end+1].is(capital)
		if !small && (!(w.is(capital) || end > i+1 && w.is(number)) || w.is(newline) && w.is(broken)) {
			break
		}
		end++
	}
	if end == i+1 {
		return i, found{}, false
	}
	for j := i + 2; j < end; j++ {
		if e, n := s.echelonAt(j, end); n > 1 || e == "wing" {
			return i, found{}, false // USS Bataan Amphibious Ready Group
		}
	}
	if len(s.w[i].text) == 2 && s.w[i].text != "JS" && s.w[end-1].in(titleWord|rankWord) {
		return i, found{}, false
	}
	f := found{head: i, last: end}
	f.Attributes = append(class("vessel"), attribute("country", country)...)
	whole, hull := s.hull(end)
	if hull != "" {
		f.Attributes = append(f.Attributes, graph.Attribute{Name: "hull", Value: hull})
	}
	return whole, f, true
}

// hull reads a hull number in brackets at word i: "(CVN 73)", "(DDG-51)". It returns the word behind the brackets.
func (s *scan) hull(i int) (int, string) {
	if s.word(i, i-1).text != "(" {
		return i, ""
	}
	for j := i + 1; j < i+5 && s.same(j, i); j++ {
		if s.w[j].text != ")" {
			continue
		}
		in := s.text(i+1, j)
		letters, n := in, ""
		if k := strings.IndexAny(in, "0123456789"); k > 0 {
			letters, n = strings.TrimRight(in[:k], "- "), in[k:]
		}
		if english.EquipmentNames().Hulls[letters] || isNumber(in) && len(in) > 1 || isNumber(n) && len(letters) < 5 {
			return j + 1, in
		}
		return i, ""
	}
	return i, ""
}

// shipClass reads "Nimitz-class aircraft carrier", "Arleigh Burke-class guided-missile destroyers".
func (s *scan) shipClass(i int) (int, found, bool) {
	if !s.w[i].is(capital) || s.w[i].in(rankWord|functionWord) {
		return i, found{}, false
	}
	limit := s.limit(i, 9)
	j := i
	for j < limit && s.w[j].is(capital) && !strings.HasSuffix(s.w[j].text, "-class") {
		j++
	}
	end := 0
	switch {
	case j < limit && strings.HasSuffix(s.w[j].text, "-class"):
		end = j + 1
	case j+1 < limit && s.w[j].text == "-" && s.w[j+1].low == "class":
		end = j + 2
	}
	if end == 0 || j == i && !strings.HasSuffix(s.w[j].text, "-class") || s.low(i, i) == "world" || s.low(i, i) == "first" {
		return i, found{}, false
	}
	c := ""
	for k := end; k < min(end+4, limit); k++ {
		if known := english.EquipmentNames().Classes[strings.TrimSuffix(s.w[k].low, "s")]; known != "" {
			c, end = known, k+1
			if k+1 < limit && english.EquipmentNames().Classes[strings.TrimSuffix(s.w[k+1].low, "s")] != "" {
				end = k + 2
			}
			break
		}
	}
	if c == "" && s.w[i].is(starts) {
		return i, found{}, false
	}
	if c == "" {
		c = "vessel"
	}
	if strings.Contains(s.text(i, end), "aircraft carrier") {
		c = "vessel"
	}
	f := found{}
	f.Attributes = class(c)
	f.Name = strings.TrimSuffix(s.text(i, end), "s")
	return end, f, true
}

// designation reads "CH-47 Chinook", "F/A-18E Super Hornets", "M1A2 Abrams", "S-300".
func (s *scan) designation(i int) (int, found, bool) {
	w := &s.w[i]
	end, c, sure := i+1, "", false
	switch {
	case w.is(digits) && w.is(capital):
		c, sure = designated(w.text)
	case w.is(capital) && s.word(i+1, i).text == "-" && s.word(i+2, i).is(digits) && !s.word(i+2, i).is(spaced):
		c, sure = designated(w.text + "-" + s.w[i+2].text)
		end = i + 3
	case w.is(capital) && s.word(i+1, i).is(digits) && spacedDesignation[w.text]:
		c, sure = designated(w.text + "-" + s.w[i+1].text)
		end = i + 2
	}
	if c == "" {
		return i, found{}, false
	}
	last := s.nickname(end)
	noun := s.classNoun(last)
	if !sure && last == end && noun == "" {
		return i, found{}, false
	}
	if noun != "" {
		c = noun
	}
	f := found{}
	f.Attributes = class(c)
	f.Name = s.text(i, last)
	if last == end || english.EquipmentNames().Names[s.text(end, last)] == "" { // not C-130H Hercules
		f.Name = singular(f.Name)
	}
	return last, f, true
}

// spacedDesignation are letters that may stand apart from their number: "MiG 29", "AK 47".
var spacedDesignation = english.Context("spaced designation")

// designated is the class of a designation such as CH-47, and whether the letters alone make it sure.
func designated(s string) (string, bool) {
	letters, n, ok := cutLast(s)
	gear := english.EquipmentNames()
	if !ok {
		return compact(s)
	}
	c := gear.Prefixes[letters]
	if c == "" || n == "" || n[0] < '0' || n[0] > '9' {
		return "", false
	}
	d := 0
	for d < len(n) && '0' <= n[d] && n[d] <= '9' {
		d++
	}
	rest := strings.TrimSuffix(n[d:], "s")
	if d > 4 || len(rest) > 3 {
		return "", false
	}
	for k := range len(rest) {
		if c := rest[k]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '/' {
			return "", false
		}
	}
	return c, len(letters) > 1 || strings.ContainsAny("FTS", letters) && d > 1 || letters == "C" || letters == "A" && n == "10" || letters == "B" && d < 3 || letters == "V" && n == "22" || letters == "P" && d == 1 || letters == "E" && d == 1
}

// cutLast cuts a designation before its number: "F/A-18E", "AN/TPS-80".
func cutLast(s string) (letters, n string, ok bool) {
	k := strings.LastIndexByte(s, '-')
	if k < 1 || k+1 >= len(s) {
		return s, "", false
	}
	if c := s[k+1]; c < '0' || c > '9' {
		return s, "", false
	}
	return s[:k], s[k+1:], true
}

// compact reads designations without a hyphen: M1A2, M777, F16, T72.
func compact(s string) (string, bool) {
	if len(s) < 2 || len(s) > 6 {
		return "", false
	}
	k := 0
	for k < len(s) && 'A' <= s[k] && s[k] <= 'Z' {
		k++
	}
	if k == 0 || k > 3 || k == len(s) {
		return "", false
	}
	n := s[k:]
	for j := range len(n) {
		last := j == len(n)-1 && j > 0 && 'A' <= n[j] && n[j] <= 'Z' // M240B
		if c := n[j]; (c < '0' || c > '9') && c != 'A' && c != 'E' && c != 's' && !last {
			return "", false
		}
	}
	gear := english.EquipmentNames()
	if c := gear.Prefixes[s]; c != "" {
		return c, true // CV90
	}
	letters := s[:k]
	switch letters {
	case "M":
		return "vehicle", strings.Contains(n[1:], "A")
	case "F", "T", "AK", "UH", "CH", "AH", "MQ", "BTR", "BMP", "RPG":
		return gear.Prefixes[letters], letters == "AK" || len(letters) > 1
	}
	return gear.Prefixes[letters], false
}

// nickname goes on over the name behind a designation: "Chinook", "Globemaster III", "Sea Stallion".
func (s *scan) nickname(i int) int {
	limit := s.limit(i-1, 7)
	if end, _ := s.know.gear.match(s.w, i, limit); end > i && s.w[i].is(capital) {
		if end < limit && (s.w[end].is(roman) || isRoman(strings.TrimSuffix(s.w[end].text, "s"))) {
			end++
		}
		return end
	}
	if end := s.pluralGear(i, limit); end > i {
		return end
	}
	end := i
	for end < min(limit, i+2) && s.w[end].is(capital) && !s.w[end].is(allCaps) && s.w[end].lists == 0 && english.Units().Heads[s.w[end].low] == "" && english.Units().Arms[s.w[end].text] == "" {
		end++
	}
	if end > i && end < limit && s.w[end].is(roman) {
		end++
	}
	if end > i && s.classNoun(end) == "" && !s.w[end-1].is(roman) && !s.nicknamed(i, end) {
		return i
	}
	return end
}

// nicknamed reports whether the words [i, end) behind a designation are a name such as soldiers give, made of common words:
// "Sea Knights".
func (s *scan) nicknamed(i, end int) bool {
	if s.word(end, i).is(capital) {
		return false
	}
	for j := i; j < end; j++ {
		if !strings.Contains(s.know.word(s.w[j].text), "n") || english.Units().Modifiers[s.w[j].low] && j == end-1 {
			return false
		}
	}
	return true
}

// pluralGear reads a name of equipment with an ending for many: "Super Hornets", "Chinooks".
func (s *scan) pluralGear(i, limit int) int {
	for j := min(i+3, limit); j > i; j-- {
		name := s.text(i, j)
		if strings.HasSuffix(name, "s") && s.w[j-1].is(capital) {
			if _, ok := english.EquipmentNames().Names[strings.TrimSuffix(name, "s")]; ok {
				return j
			}
		}
	}
	return i
}

// classNoun is the class that the common noun at word i names, or one word on: "helicopter", "attack helicopters".
func (s *scan) classNoun(i int) string {
	for j := i; j < i+3; j++ {
		w := s.word(j, i-1)
		if w.is(mark) && w.text != "-" {
			return ""
		}
		for _, one := range [...]string{strings.TrimSuffix(w.low, "s"), strings.TrimSuffix(w.low, "ies") + "y"} {
			if c := english.EquipmentNames().Classes[one]; c != "" && !w.is(allCaps) {
				return c
			}
		}
	}
	return ""
}

// singular is a name without the ending for many: "Super Hornets" is written of Super Hornet.
func singular(name string) string {
	if strings.HasSuffix(name, "ss") || !strings.HasSuffix(name, "s") {
		return name
	}
	return name[:len(name)-1]
}

// gear reads a name of equipment that stands without a designation: "HIMARS", "Black Hawk helicopters", "Patriot
// missiles". Names that are names of other things need a word for their class behind them.
func (s *scan) gear(i int) (int, found, bool) {
	w := &s.w[i]
	if !w.is(capital) {
		return i, found{}, false
	}
	limit := s.limit(i, 4)
	end, c := s.know.gear.match(s.w, i, limit)
	if end == i {
		if end = s.pluralGear(i, limit); end > i {
			c = english.EquipmentNames().Names[singular(s.text(i, end))]
		}
	}
	if end == i {
		return i, found{}, false
	}
	known := english.EquipmentNames()
	name := s.text(i, end)
	if c2, ok := known.Names[name]; ok {
		c = c2
	} else if c2, ok := known.Names[singular(name)]; ok {
		c = c2
	} else {
		return i, found{}, false
	}
	noun := s.classNoun(end)
	several := known.Names[name] == "" && !s.w[i].is(starts) && !s.word(i-1, i).is(capital) && (c == "drone" || c == "missile" || c == "vehicle") // the Shaheds
	if (known.Ambiguous[name] || known.Ambiguous[singular(name)]) && noun == "" && !several && !s.word(end, i).is(number) {
		return i, found{}, false
	}
	if s.word(end, i).is(capital) && !s.word(end, i).is(roman) && noun == "" && english.Units().Heads[s.word(end, i).low] == "" && s.word(end, i).in(headWord) {
		return i, found{}, false
	}
	if next := s.word(end, i); next.is(capital) && noun == "" && (english.Units().Heads[next.low] != "" || english.Units().Modifiers[next.low]) {
		return i, found{}, false // "2nd Stryker Brigade"
	}
	f := found{}
	f.Attributes = class(c)
	f.Name = name
	if known.Names[name] == "" {
		f.Name = singular(name)
	}
	return end, f, true
}
