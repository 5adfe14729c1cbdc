package model_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/gui/model"
)

// passing are the claims that pass, as sentences, sorted.
func (r *reader) passing() []string {
	var out []string
	for _, i := range r.s.View.Claims() {
		out = append(out, r.s.ClaimText(i))
	}
	slices.Sort(out)
	return out
}

// TestFilters sets one filter at a time and wants exactly the claims of the story that it lets through.
func TestFilters(t *testing.T) {
	r := read(t, tension().facts...)
	everything := r.passing()
	only := func(keep ...string) []string {
		slices.Sort(keep)
		return keep
	}
	but := func(drop ...string) []string {
		return slices.DeleteFunc(slices.Clone(everything), func(s string) bool {
			return slices.ContainsFunc(drop, func(d string) bool { return strings.Contains(s, d) })
		})
	}
	once := slices.Index(everything, "Red Heron affiliated with Norland") // said by one, denied by another
	undenied := slices.Delete(slices.Clone(everything), once, once+1)
	articles := r.s.Facets.Articles
	newest, oldest := articles[0].Value, articles[len(articles)-1].Value
	none := model.Filters{}
	for name, c := range map[string]struct {
		filters model.Filters
		want    []string
	}{
		"a kind off":         {none.ToggleKind(graph.Equipment), but("MH-9 Osprey")},
		"one kind only":      {none.OnlyKind(graph.Unit), only("88th Regiment part of 12th Brigade")},
		"a relation":         {none.ToggleRelation(schema.MemberOf), only("Norland member of Coast Coalition", "Estéria member of Coast Coalition")},
		"planned only":       {none.OnlyModality(graph.Planned), only("Talks with Norland", "Talks with Estéria", "Talks when Feb 2024")},
		"denied off":         {none.ToggleModality(graph.Denied), undenied},
		"a speaker":          {none.ToggleSpeaker(entity("Maria Lindqvist")), only("Withdrawal done by Coast Coalition", "Withdrawal takes place in Estéria")},
		"an outlet":          {none.ToggleOutlet("Wire of the North"), only("Raid done by Norland", "Raid directed at Red Heron", "Raid takes place in Varn", "Raid when 19 Jan 2024", "Varn located in Estéria", "Red Heron affiliated with Norland", "Red Heron affiliated with Norland")},
		"the articles say":   {none.ToggleSpeaker(""), but("Withdrawal", "affiliated")},
		"confidence":         {model.Filters{MinConfidence: 0.65}, but("Withdrawal", "affiliated", "based at")},
		"the newest article": {none.ToggleArticle(newest), but("Raid", "Varn", "affiliated", "Exercise", "88th", "12th", "Camp")},
		"two articles":       {none.ToggleArticle(newest).ToggleArticle(oldest), but("Raid", "Varn", "affiliated")},
		// Dates: what has none of its own stays, unless only dated claims are wanted; and it is given none.
		"since":       {model.Filters{Since: "2024-01"}, but("Exercise")},
		"until":       {model.Filters{Until: "2023-12"}, but("Raid", "Talks")},
		"dated since": {model.Filters{Since: "2024-01", DatedOnly: true}, only("Raid done by Norland", "Raid directed at Red Heron", "Raid takes place in Varn", "Raid when 19 Jan 2024", "Talks with Norland", "Talks with Estéria", "Talks when Feb 2024")},
		"a month":     {model.Filters{Since: "2024-02", Until: "2024-02", DatedOnly: true}, only("Talks with Norland", "Talks with Estéria", "Talks when Feb 2024")},
	} {
		r.send(model.SetFilters{Filters: c.filters, Label: name})
		if got := r.passing(); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
		if r.s.Facets.Passing != len(c.want) || !reflect.DeepEqual(r.s.Filters, c.filters) {
			t.Errorf("%s: %d pass by the count, filters %+v", name, r.s.Facets.Passing, r.s.Filters)
		}
		r.wantStored()
		r.send(model.Undo{})
		if got := r.passing(); !slices.Equal(got, everything) || !r.s.Filters.Empty() {
			t.Fatalf("%s: undone, %d claims pass", name, len(got))
		}
	}
	for _, i := range r.s.View.Claims() { // no article's date has become a claim's
		_, dated := r.s.Snap.Date(i)
		if text := r.s.ClaimText(i); dated != (strings.HasPrefix(text, "Raid") || strings.HasPrefix(text, "Talks") || strings.HasPrefix(text, "Exercise")) {
			t.Errorf("%s: dated %v", text, dated)
		}
	}
}

func TestFacets(t *testing.T) {
	r := read(t, tension().facts...)
	f := r.s.Facets
	if f.Claims != 22 || f.Passing != 22 || f.Entities != 15 {
		t.Errorf("%d claims, %d pass, %d entities", f.Claims, f.Passing, f.Entities)
	}
	kinds := map[graph.Kind]int{}
	for _, k := range f.Kinds {
		kinds[k.Value] = k.N
	}
	if want := map[graph.Kind]int{graph.Actor: 4, graph.Unit: 2, graph.Place: 4, graph.Event: 4, graph.Equipment: 1}; !reflect.DeepEqual(kinds, want) {
		t.Errorf("kinds %v", kinds)
	}
	if s := f.Speakers; len(s) != 4 || s[0].Value != "" || s[0].N != 18 || s[1].Label != "Maria Lindqvist" || s[1].N != 2 {
		t.Errorf("speakers %+v", s)
	}
	sum := 0
	for _, n := range f.Histogram {
		sum += n
	}
	if sum != f.Claims {
		t.Errorf("the histogram holds %d claims", sum)
	}
	before := f
	r.send(model.SetFilters{Filters: model.Filters{}.OnlyKind(graph.Unit)})
	if after := r.s.Facets; after.Passing != 1 || !reflect.DeepEqual(after.Kinds, before.Kinds) || !reflect.DeepEqual(after.Speakers, before.Speakers) {
		t.Error("the counts jump when a filter is tried")
	}
}

// TestThreshold moves a threshold in many small steps, which are one to take back.
func TestThreshold(t *testing.T) {
	r := read(t, tension().facts...)
	undo := r.s.UndoLabel()
	for i := range 20 {
		r.send(model.SetFilters{Filters: model.Filters{MinConfidence: float64(i) / 20}, Label: "filter by confidence", Join: true})
	}
	r.send(model.Undo{})
	if !r.s.Filters.Empty() || r.s.UndoLabel() != undo {
		t.Errorf("left after one undo: %+v; next is %q", r.s.Filters, r.s.UndoLabel())
	}
}

// TestFiltersAreKept opens the graph again, and a graph whose setting is damaged.
func TestFiltersAreKept(t *testing.T) {
	r := read(t, tension().facts...)
	f := model.Filters{Since: "2024"}.ToggleKind(graph.Event).ToggleSpeaker("").ToggleModality(graph.Denied)
	r.send(model.SetFilters{Filters: f})
	if again := readStore(t, r.store); !reflect.DeepEqual(again.s.Filters, f) {
		t.Errorf("kept as %+v", again.s.Filters)
	}
	if damaged := read(t, graph.Setting{Key: "filters", Value: "{kinds"}); !damaged.s.Filters.Empty() {
		t.Error("a damaged setting filters")
	}
}

// TestFilterHidesFromWalking wants what is filtered out neither drawn, nor counted, nor brought, nor walked through.
func TestFilterHidesFromWalking(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.SetFilters{Filters: model.Filters{}.ToggleKind(graph.Event)})
	for _, n := range r.drawn() {
		if n == "Talks" || n == "Withdrawal" {
			t.Errorf("%s is drawn", n)
		}
	}
	r.send(model.Expand{Entities: []graph.ID{r.id("Norland")}})
	if slices.Contains(r.drawn(), "Raid") || r.node("Norland").More != 0 {
		t.Error("an event is brought or counted")
	}
	r.send(model.FindChain{From: r.id("Norland"), To: r.id("MH-9 Osprey")})
	if len(r.s.Chain.Ways) != 0 || !strings.HasPrefix(r.s.Notice.Text, "Nothing links Norland to MH-9 Osprey") {
		t.Errorf("a way through what is filtered out: %q", r.s.Notice.Text)
	}
	r.send(model.Undo{}, model.Undo{}, model.FindChain{From: r.id("Norland"), To: r.id("MH-9 Osprey")})
	if len(r.s.Chain.Ways) == 0 {
		t.Error("no way without the filter")
	}
}
