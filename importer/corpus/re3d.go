package corpus

import (
	"skein/graph"
	"skein/importer/eval/re3d"
)

// notFree are the publishers in re3d whose texts may not be used for what is given away: CC BY-NC.
var notFree = map[string]bool{"BBC Online": true}

// Re3d reads a folder of re3d. Documents that may not be used for what is given away are left out.
func Re3d(dir string) ([]Text, error) {
	docs, err := re3d.Load(dir)
	if err != nil {
		return nil, err
	}
	var out []Text
	for i := range docs {
		if !notFree[docs[i].Source] {
			out = append(out, FromRe3d(&docs[i]))
		}
	}
	return out, nil
}

// Marked reads a file of reports of our own, which are annotated as re3d is; see re3d.LoadMarked.
func Marked(path string) ([]Text, error) {
	docs, err := re3d.LoadMarked(path)
	if err != nil {
		return nil, err
	}
	out := make([]Text, len(docs))
	for i := range docs {
		out[i] = FromRe3d(&docs[i])
	}
	return out, nil
}

// FromRe3d is a document of re3d with places in bytes.
func FromRe3d(d *re3d.Document) Text {
	at := make([]int, 0, len(d.Text)+1) // byte of each code point
	for i := range d.Text {
		at = append(at, i)
	}
	at = append(at, len(d.Text))
	span := func(begin, end int) graph.Span {
		begin, end = min(max(begin, 0), len(at)-1), min(max(end, 0), len(at)-1)
		return graph.Span{Begin: at[begin], End: at[max(begin, end)]}
	}
	t := Text{ID: d.ID, Title: d.Title, Text: d.Text}
	for _, e := range d.Entities {
		t.Marks = append(t.Marks, Mark{span(e.Begin, e.End), e.Type})
	}
	for _, r := range d.Relations {
		t.Relations = append(t.Relations, Relation{span(r.Source[0], r.Source[1]), span(r.Target[0], r.Target[1]), r.Type})
	}
	for _, s := range d.Skip {
		t.Skip = append(t.Skip, span(s[0], s[1]))
	}
	return t
}
