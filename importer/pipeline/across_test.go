package pipeline

import (
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/resolve"
	"skein/graph/snapshot"
	"skein/importer"
	"skein/importer/emit"
	"skein/importer/gazetteer"
)

// What is said of two entities of different articles.
const (
	one    = "one"
	two    = "two"
	unsure = "unsure"
)

// across are articles, and what is to be said of what the first calls a and the last calls b.
var across = []struct {
	want, a, b string
	articles   []string
}{
	// what has one name everywhere, or a key of its own
	{one, "US", "United States", []string{"US troops left Oslo.", "The United States agreed to the talks."}},
	{one, "U.S.", "United States", []string{"The U.S. agreed to leave.", "Norway thanked the United States."}},
	{one, "United States", "United States", []string{"American officials met Norwegian officials in Oslo.", "The U.S. Army is in Oslo."}},
	{one, "Iran", "Iran", []string{"Iranian ships left on Monday.", "Iran denied it."}},
	{one, "Iraq", "Iraq", []string{"The Iraqi army left Mosul.", "Iraq thanked Norway."}},
	{one, "ISIS", "Daesh", []string{"ISIS fled from Mosul.", "Daesh attacked a town near Mosul."}},
	{one, "United Nations", "United Nations", []string{"The UN sent a team.", "The United Nations sent a mission."}},
	{one, "Paula Reyes", "Paula Reyes", []string{"Paula Reyes spoke in Oslo.", "Gen. Paula Reyes left for Bergen."}},
	{one, "James W. Ortega", "James Ortega", []string{"James W. Ortega left.", "James Ortega returned to Lima."}},
	{one, "98th Infantry Regiment", "98th Infantry Regiment", []string{"The 98th Infantry Regiment left.", "Soldiers of the 98th Infantry Regiment sang."}},
	{one, "1st Battalion, 98th Infantry Regiment", "1st Battalion, 98th Infantry Regiment",
		[]string{"The 1st Battalion, 98th Infantry Regiment left.", "The 1st Bn., 98th Inf. Regt. sang."}},
	// surnames that something speaks for
	{one, "Lund", "Karl Lund", []string{"Mr. Lund visited Camp Birch with Ann Rowe.", "Karl Lund and Ann Rowe opened Camp Birch."}},
	{one, "Dahl", "Peter Dahl", []string{"Defence Minister Dahl spoke in Oslo.", "Defence Minister Peter Dahl left."}},
	{one, "Okoro", "Mary Okoro", []string{"Gen. Okoro of the 98th Infantry Regiment was in Mosul.", "Gen. Mary Okoro leads the 98th Infantry Regiment in Mosul."}},
	{one, "al-Obaidi", "Hadi al-Obaidi", []string{"Mr. al-Obaidi met Paula Reyes in Erbil.", "Hadi al-Obaidi told Paula Reyes in Erbil that he agreed."}},
	{one, "Lund", "Karl Lund", []string{"Foreign Minister Lund left.", "Erik Lund, a farmer, died near Bergen.", "Foreign Minister Karl Lund spoke."}},
	{one, "Lund", "Lund", []string{"Foreign Minister Lund left Oslo.", "Foreign Minister Lund met Ann Rowe in Oslo."}},
	{one, "1st Battalion", "1st Battalion, 98th Infantry Regiment",
		[]string{"The 1st Battalion left Camp Birch for Mosul with Task Force Torvik.", "The 1st Battalion, 98th Infantry Regiment came to Camp Birch with Task Force Torvik."}},
	// surnames that nothing, or too little, speaks for
	{unsure, "Lund", "Karl Lund", []string{"Mr. Lund left.", "Karl Lund spoke."}},
	{unsure, "Lund", "Karl Lund", []string{"Mr. Lund left Norway.", "Karl Lund spoke in Norway."}},
	{unsure, "Lund", "Karl Lund", []string{"Mr. Lund was in Oslo with Ann Rowe.", "Erik Lund was in Oslo with Ann Rowe.", "Karl Lund was in Oslo with Ann Rowe."}},
	{unsure, "Lund", "Erik Lund", []string{"Mr. Lund was in Oslo with Ann Rowe.", "Karl Lund was in Oslo with Ann Rowe.", "Erik Lund was in Oslo with Ann Rowe."}},
	{unsure, "1st Battalion", "1st Battalion, 98th Infantry Regiment", []string{"The 1st Battalion left.", "The 1st Battalion, 98th Infantry Regiment came."}},
	{unsure, "1st Battalion", "1st Battalion, 98th Infantry Regiment",
		[]string{"The 1st Battalion left Camp Birch.", "The 1st Battalion, 99th Infantry Regiment left Camp Birch.", "The 1st Battalion, 98th Infantry Regiment left Camp Birch."}},
	{unsure, "Lund", "Lund", []string{"Mr. Lund met Ann Rowe in Oslo.", "Mr. Lund met Ann Rowe in Bergen."}},
	// two men of one name, until something says otherwise
	{unsure, "Karl Lund", "Karl Lund", []string{"Foreign Minister Karl Lund left Norway for Sweden.", "Farmer Karl Lund sold his farm in Peru."}},
	{one, "Karl Lund", "Karl Lund", []string{"Foreign Minister Karl Lund left Norway for Sweden.", "Karl Lund spoke in Peru."}},
	{one, "Karl Lund", "Karl Lund", []string{"Foreign Minister Karl Lund left Norway.", "Defence Minister Karl Lund spoke in Peru."}},
	{one, "Karl Lund", "Karl Lund", []string{"Foreign Minister Karl Lund met Ann Rowe at Camp Birch.", "Ambassador Karl Lund met Ann Rowe at Camp Birch."}},
	{one, "Lund", "Karl Lund", []string{"Foreign Minister Lund left.", "Farmer Karl Lund sold his farm in Peru.", "Foreign Minister Karl Lund left Norway."}},
	{two, "Karl Lund", "Karl Lund", []string{"Mr. Karl Lund left.", "Mrs. Karl Lund left."}},
	{two, "Karl Lund", "Karl Lund", []string{"Karl Lund (born 1954) is a Norwegian lawyer.", "Karl Lund (1901–1960) was a Norwegian painter."}},
	// what is not one thing
	{two, "Lund", "Lund", []string{"Mr. Lund left.", "Mr. Lund came."}},
	{two, "Lund", "Mary Lund", []string{"Mr. Lund left with Ann Rowe for Oslo.", "Mrs. Mary Lund left with Ann Rowe for Oslo."}},
	{two, "Lund", "Erik Lund", []string{"Karl Lund met Ann Rowe in Oslo. Mr. Lund left.", "Erik Lund met Ann Rowe in Oslo."}},
	{two, "Tigran Aslanyan", "Iran", []string{"Tigran Aslanyan left.", "Iran denied it."}},
	{two, "Washington", "United States", []string{"Mr. Washington lives in Bergen.", "Washington has urged restraint, Norway said."}},
	{two, "District of Columbia", "United States", []string{"He lives in Washington, D.C.", "Washington has urged restraint."}},
	{two, "Karl Lund", "Erik Lund", []string{"Karl Lund spoke in Oslo.", "Erik Lund spoke in Oslo."}},
	{two, "Niger", "Nigeria", []string{"Niger agreed.", "Nigeria agreed."}},
	{two, "North Korea", "South Korea", []string{"North Korea fired a rocket.", "South Korea condemned it."}},
	{two, "foreign ministry", "foreign ministry", []string{"The foreign ministry denied it.", "The foreign ministry confirmed it."}},
	{two, "1st Battalion, 98th Infantry Regiment", "1st Battalion, 99th Infantry Regiment",
		[]string{"The 1st Battalion, 98th Infantry Regiment left.", "The 1st Battalion, 99th Infantry Regiment left."}},
	{two, "2nd Battalion", "1st Battalion, 98th Infantry Regiment",
		[]string{"The 2nd Battalion left Camp Birch for Mosul with Task Force Torvik.", "The 1st Battalion, 98th Infantry Regiment came to Camp Birch with Task Force Torvik."}},
	{two, "militants", "militants", []string{"Some militants attacked Mosul.", "More militants fled from Mosul."}},
}

// TestAcross makes sure that what different articles speak of is one thing, two, or not sure.
func TestAcross(t *testing.T) {
	for _, c := range across {
		s, first, last := graphOf(t, c.articles)
		a, ok := called(s, first, c.a)
		b, ok2 := called(s, last, c.b)
		if !ok || !ok2 {
			t.Errorf("%q: %s is found %v, %s %v", c.articles, c.a, ok, c.b, ok2)
			continue
		}
		got := two
		link := func(l resolve.Link) bool { return l.From == a && l.To == b || l.From == b && l.To == a }
		canon := s.Canon()
		switch {
		case canon.Root(a) == canon.Root(b):
			got = one
		case slices.ContainsFunc(canon.Unsure(a), link):
			got = unsure
		}
		if got != c.want {
			t.Errorf("%q: %s and %s are %s, want %s; %+v", c.articles, c.a, c.b, got, c.want, canon.Unsure(a))
		}
	}
}

// graphOf is the graph of the articles, with the first and the last as they were read.
func graphOf(t *testing.T, articles []string) (s *snapshot.Snapshot, first, last *importer.Document) {
	t.Helper()
	var facts []graph.Fact
	for i, text := range articles {
		d := &importer.Document{Article: graph.Article{Text: text, Title: "Test", Language: "en"}, Path: "test"}
		if err := importer.Run(d, Stages()); err != nil {
			t.Fatal(err)
		}
		for _, delta := range emit.Change(d).Deltas {
			facts = append(facts, delta.Fact)
		}
		if i == 0 {
			first = d
		}
		last = d
	}
	return snapshot.Build(slices.Values(facts)), first, last
}

// called is the id of what an article calls by a name.
func called(s *snapshot.Snapshot, d *importer.Document, name string) (graph.ID, bool) {
	low := gazetteer.Fold(name)
	article, _ := s.Article(d.ID)
	for _, e := range s.SightingsIn(article) {
		if gazetteer.Fold(e.Name) == low || slices.ContainsFunc(e.Aliases, func(a string) bool { return gazetteer.Fold(a) == low }) {
			return e.Entity, true
		}
	}
	return "", false
}

// TestTakenApart makes sure that a link says why, that a reviewer's word goes before it, and that taking the word back brings it back.
func TestTakenApart(t *testing.T) {
	s, first, last := graphOf(t, []string{"Mr. Lund visited Camp Birch with Ann Rowe.", "Karl Lund and Ann Rowe opened Camp Birch."})
	a, _ := called(s, first, "Lund")
	b, _ := called(s, last, "Karl Lund")
	link, ok := s.Canon().Link(a)
	if !ok || link.To != b || !strings.Contains(link.Reason, "Ann Rowe") || !strings.Contains(link.Reason, "Camp Birch") {
		t.Fatalf("%+v", link)
	}
	split := graph.Added("split", graph.Judgement{Decision: graph.Split, Target: a, Other: b})
	after := s.With(split)
	if after.Canon().Root(a) != a || len(after.Canon().Unsure(a)) > 0 {
		t.Error("what a reviewer took apart is one again")
	}
	if after.With(split.Inverse()).Canon().Root(a) != b {
		t.Error("what was undone is not as before")
	}
	// another article, with another Lund who fits as well: now nobody knows
	more, _, _ := graphOf(t, []string{"Erik Lund visited Camp Birch with Ann Rowe."})
	var facts []graph.Fact
	for f := range more.Facts() {
		facts = append(facts, f)
	}
	news := graph.Added("news", facts...)
	if next := s.With(news); next.Canon().Root(a) != a || len(next.Canon().Unsure(a)) != 2 {
		t.Errorf("with two of that name: %+v", next.Canon().Unsure(a))
	} else if next.With(news.Inverse()).Canon().Root(a) != b {
		t.Error("without the second one it is not sure again")
	}
	merged := s.With(graph.Added("merge", graph.Judgement{Decision: graph.Merge, Target: b, Other: a}))
	if merged.Canon().Root(b) != a {
		t.Error("the name that a reviewer chose does not stay")
	}
}
