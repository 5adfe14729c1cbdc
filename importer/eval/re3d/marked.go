package re3d

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// kinds are the types of entities by the letter that a mark begins with.
var kinds = map[byte]string{
	'o': "Organisation", 'l': "Location", 'p': "Person", 't': "Temporal", 'q': "Quantity", 'w': "Weapon", 'm': "MilitaryPlatform",
	'd': "DocumentReference", 'n': "Nationality", '$': "Money", 'v': "Vehicle", 'c': "CommsIdentifier",
}

// relations are the types of relations.
var relations = []string{
	"CoLocated", "Apart", "FightingAgainst", "AlliesOf", "CommWith", "InChargeOf", "BelongsTo", "HasAttrOf", "IsSynonymOf", "Likes", "Dislikes",
}

// LoadMarked reads documents that are annotated between their words, a sentence a line:
//
//	# a comment
//	= where it could come from | its title
//	[o1 Two brigades] took [l1 the town] on [t Friday].
//	> FightingAgainst o1 l1; ...
//
// "=" begins a document. What stands in brackets is an entity: the letter of its type (o Organisation, l Location, p Person, t
// Temporal, q Quantity, w Weapon, m MilitaryPlatform, d DocumentReference, n Nationality, $ Money, v Vehicle, c CommsIdentifier), a
// number if a relation names it, a blank, its text, in which others may stand. ">" says which relations there are between
// entities of the line above: type, source, target; "CoLocated o1,o2 l1,l2" are four. An empty line is the end of a paragraph.
// The text of the document is its sentences with a blank between them, a line break between paragraphs.
func LoadMarked(path string) ([]Document, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("re3d: %w", err)
	}
	var docs []Document
	var ids map[string]Span // of the last sentence
	gap, n := "", 0
	for line := range strings.Lines(string(b)) {
		n++
		line = strings.TrimSpace(line)
		var err error
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "":
			gap = "\n"
		case line[0] == '=':
			docs = append(docs, Document{ID: fmt.Sprintf("%s:%d", filepath.Base(path), n), Title: strings.TrimSpace(line[1:])})
			ids, gap = nil, ""
		case len(docs) == 0:
			err = fmt.Errorf("no document begins with = above")
		case line[0] == '>':
			err = docs[len(docs)-1].relate(line[1:], ids)
		default:
			d := &docs[len(docs)-1]
			if d.Text != "" {
				d.Text += gap
			}
			ids, err = d.sentence(line)
			gap = " "
		}
		if err != nil {
			return nil, fmt.Errorf("re3d: %s, line %d: %w", path, n, err)
		}
	}
	return docs, nil
}

// sentence adds a marked sentence to the document. It returns where the numbered entities stand.
func (d *Document) sentence(line string) (map[string]Span, error) {
	ids, at := map[string]Span{}, utf8.RuneCountInString(d.Text)
	var open []int     // entities of d that have not ended, the outermost first
	var names []string // and their ids
	text := make([]byte, 0, len(line))
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '[':
			mark, _, ok := strings.Cut(line[i+1:], " ")
			if !ok || mark == "" || kinds[mark[0]] == "" || strings.Trim(mark[1:], "0123456789") != "" {
				return nil, fmt.Errorf("%q is no mark", mark)
			}
			open, names = append(open, len(d.Entities)), append(names, mark)
			d.Entities = append(d.Entities, Entity{Begin: at, Type: kinds[mark[0]]})
			i += len(mark) + 1
		case ']':
			if len(open) == 0 {
				return nil, fmt.Errorf("] without [ behind %q", text)
			}
			e, mark := &d.Entities[open[len(open)-1]], names[len(open)-1]
			open, names = open[:len(open)-1], names[:len(open)-1]
			if e.End = at; e.Begin == at || line[i-1] == ' ' {
				return nil, fmt.Errorf("%s ends with a blank or holds nothing", mark)
			}
			if _, twice := ids[mark]; twice && len(mark) > 1 {
				return nil, fmt.Errorf("%s stands there twice", mark)
			}
			ids[mark] = Span{e.Begin, e.End}
		default:
			text = append(text, line[i])
			if utf8.RuneStart(line[i]) {
				at++
			}
		}
	}
	if len(open) > 0 {
		return nil, fmt.Errorf("%s does not end", names[0])
	}
	d.Text += string(text)
	return ids, nil
}

// relate adds relations between entities that ids names.
func (d *Document) relate(line string, ids map[string]Span) error {
	for part := range strings.SplitSeq(line, ";") {
		f := strings.Fields(part)
		if len(f) != 3 || !slices.Contains(relations, f[0]) {
			return fmt.Errorf("%q is no relation", part)
		}
		for a := range strings.SplitSeq(f[1], ",") {
			for b := range strings.SplitSeq(f[2], ",") {
				r := Relation{Type: f[0], Source: ids[a], Target: ids[b]}
				if len(a) < 2 || len(b) < 2 || r.Source[1] == 0 || r.Target[1] == 0 || r.Source == r.Target {
					return fmt.Errorf("%q: %s and %s are not two entities of the sentence above", part, a, b)
				}
				if slices.Contains(d.Relations, r) {
					return fmt.Errorf("%q stands there twice", part)
				}
				d.Relations = append(d.Relations, r)
			}
		}
	}
	return nil
}
