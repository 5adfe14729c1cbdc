package model

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/snapshot"
	"skein/importer"
	"skein/importer/batch"
)

// Import is an import under way.
type Import struct {
	Running     bool
	Cancelling  bool
	Done, Total int
	Current     string   // the file last finished
	Files       []Entry  // what became of the files so far
	Next        []string // paths that came meanwhile
}

// Entry is a line of the import report.
type Entry struct {
	Path     string
	Status   batch.Status
	Title    string // the article's, or the file's name
	Text     string // what it brought, or why it failed
	Article  graph.ID
	Rejected []importer.Rejection // what the importer took for a name or a claim at first and then not
}

// Candidate is something that the importer threw out.
type Candidate struct {
	Text   string // the words, "" when the article is not in the graph
	Stage  string // that threw it out
	Reason string
}

// Candidates are what the importer threw out of an article, and why.
func (s *State) Candidates(e Entry) []Candidate {
	text := ""
	if i, ok := s.Snap.Article(e.Article); ok {
		text = s.Snap.Articles()[i].Text
	}
	out := make([]Candidate, len(e.Rejected))
	for i, r := range e.Rejected {
		out[i] = Candidate{strings.TrimSpace(flat(r.Span.In(text))), r.Stage, r.Reason}
	}
	return out
}

// Failed reports whether the line tells of something that could not be read.
func (e Entry) Failed() bool { return e.Status == batch.Failed }

// dropped takes what was let fall onto the window. A web address arrives as a path that cannot be.
func (s *State) dropped(paths []string) []Effect {
	var files []string
	refused := 0
	for _, p := range paths {
		if url := webAddress(p); url != "" {
			refused++
			s.Log = append(s.Log, Entry{Path: url, Status: batch.Failed, Title: url,
				Text: "is a web address: Skein works offline. Save the page as a file and drop that."})
			continue
		}
		files = append(files, p)
	}
	effects := s.startImport(files) // first: it takes the notice away
	if refused > 0 {
		s.Notice = Notice{"Skein reads files, not web addresses: save the page as a file and drop that.", Warning}
		s.Tab, s.Panels.DockFolded = LogTab, false
	}
	return effects
}

// webAddress is the address a mangled drop stands for: "/home/x/https:/example.org/a" is "https://example.org/a".
func webAddress(path string) string {
	for _, scheme := range []string{"https:/", "http:/"} {
		if i := strings.Index(path, scheme); i == 0 || i > 0 && path[i-1] == '/' {
			return scheme + "/" + strings.TrimLeft(path[i+len(scheme):], "/")
		}
	}
	return ""
}

func (s *State) startImport(paths []string) []Effect {
	s.Sheet = Sheet{}
	paths = slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return strings.TrimSpace(p) == "" })
	if len(paths) == 0 {
		return nil
	}
	if s.Import.Running {
		s.Import.Next = append(slices.Clone(s.Import.Next), paths...)
		return nil
	}
	s.Import = Import{Running: true}
	s.Notice = Notice{}
	return []Effect{ImportFiles{paths}}
}

func (s *State) cancelImport() []Effect {
	if !s.Import.Running {
		return nil
	}
	s.Import.Cancelling, s.Import.Next = true, nil
	return []Effect{StopImport{}}
}

func (s *State) importProgress(m ImportProgress) {
	s.Import.Done, s.Import.Total, s.Import.Current = m.Done, m.Total, filepath.Base(m.Last.Path)
	for _, o := range append(m.Before, m.Last) {
		s.Import.Files = append(s.Import.Files, entryOf(o))
	}
}

// importDone takes in what an import brought: one step of history, the new things beside the ones they belong to.
func (s *State) importDone(m ImportDone) []Effect {
	before := m.before
	if before == nil {
		before = s.Snap
	}
	if m.Snap != nil && before == s.Snap { // else an edit's answer came after it, with a newer one
		s.Snap = m.Snap
	}
	s.took(m.Report.Did)
	next := s.Import.Next
	s.Import = Import{}
	var latest graph.ID
	var fresh []graph.ID
	failed := 0
	for _, o := range m.Report.Outcomes {
		s.Log = append(s.Log, entryOf(o))
		if o.Status == batch.Failed {
			failed++
		}
		if _, there := s.Snap.Article(o.Article); there && (latest == "" || o.Status == batch.New) {
			latest = o.Article
		}
		if o.Status == batch.New && o.Article != "" {
			fresh = append(fresh, o.Article)
		}
	}
	if m.Err != nil {
		s.Notice = Notice{"Import: " + m.Err.Error(), Warning}
	} else if failed > 0 {
		s.Notice = Notice{quantity(failed, "file", "files") + " could not be read; the report says why.", Warning}
	}
	if failed > 0 && failed == len(m.Report.Outcomes) {
		s.Tab, s.Panels.DockFolded = LogTab, false
	}
	var effects []Effect
	if !m.Report.Did.Empty() {
		s.grouping++
		did := m.Report.Did
		did.Group = fmt.Sprint("import ", s.grouping)
		s.History.Did(did)
		*s = s.derive(true)
		s.forget()
		s.News = newsOf(before, s.Snap, did)
		effects = s.placeNews(did, latest, fresh)
	} else if failed == 0 && m.Err == nil {
		s.Notice = Notice{Text: "Nothing new: all of it was in the graph already."}
		if len(m.Report.Outcomes) == 0 {
			s.Notice = Notice{"No article there: Skein reads text, Markdown and HTML.", Warning}
		}
	}
	if latest != "" {
		s.Place = Place{Article: latest}
		s.Tab, s.Panels.DockFolded = ArticleTab, false
		s.visit(Stop{Article: latest})
	}
	return append(effects, s.startImport(next)...)
}

// entryOf tells an outcome in one line.
func entryOf(o batch.Outcome) Entry {
	e := Entry{Path: o.Path, Status: o.Status, Title: o.Title, Article: o.Article, Rejected: o.Rejected}
	if e.Title == "" {
		e.Title = filepath.Base(o.Path)
	}
	switch {
	case o.Err != nil:
		e.Text = strings.TrimPrefix(o.Err.Error(), o.Path+": ")
	case o.Status == batch.Known:
		e.Text = "was in the graph already"
	case o.Status == batch.Cancelled:
		e.Text = "not read: cancelled"
	default:
		e.Text = fmt.Sprintf("%s · %s · %s", quantity(o.Words, "word", "words"),
			quantity(o.NewEntities, "new entity", "new entities"), quantity(o.NewClaims, "new claim", "new claims"))
		if o.ConfirmedClaims > 0 {
			e.Text += fmt.Sprintf(" · %s confirmed", thousands(o.ConfirmedClaims))
		}
		if o.Foreign != "" {
			e.Text += " · in " + o.Foreign + ": only its names are read"
		}
	}
	return e
}

// newsOf compares the graph before and after an import, looking only at what the import touched.
func newsOf(before, after *snapshot.Snapshot, did graph.Change) News {
	n := News{At: -1}
	seen := map[graph.ID]bool{}
	entity := func(id graph.ID) {
		i, ok := after.Entity(id)
		if !ok {
			return
		}
		id = after.Entities()[i].ID
		if _, old := before.Entity(id); !old && !seen[id] {
			seen[id] = true
			n.Entities = append(n.Entities, id)
		}
	}
	for _, d := range did.Deltas {
		switch f := d.Fact.(type) {
		case graph.Sighting:
			entity(f.Entity)
		case graph.Claim:
			i, ok := after.Claim(f.ID)
			if !ok {
				continue
			}
			c := after.Claims()[i]
			old, known := before.Claim(f.ID)
			if !known && !seen[c.ID] {
				seen[c.ID] = true
				n.Claims = append(n.Claims, c.ID)
			}
			if c.Disputed && (!known || !before.Claims()[old].Disputed) && !seen["d"+c.ID] {
				seen["d"+c.ID] = true
				n.Disputed++
			}
		}
	}
	degree := func(id graph.ID) int { i, _ := after.Entity(id); return len(after.ClaimsOf(i)) }
	slices.SortFunc(n.Entities, func(a, b graph.ID) int {
		return cmp.Or(cmp.Compare(degree(b), degree(a)), cmp.Compare(a, b))
	})
	slices.Sort(n.Claims)
	n.entities, n.claims = n.Entities, n.Claims
	return n
}

// in is the news without what is not in the graph any more.
func (n News) in(s *snapshot.Snapshot) News {
	out := News{Disputed: n.Disputed, At: -1, entities: n.entities, claims: n.claims}
	out.Entities = standing(s, n.entities)
	for _, id := range n.claims {
		if _, ok := s.Claim(id); ok {
			out.Claims = append(out.Claims, id)
		}
	}
	if len(out.Claims) == 0 {
		out.Disputed = 0
	}
	return out
}

// togetherLimit is how many articles that were imported at once are shown at once; of more, only the last.
const togetherLimit = 3

// placeNews puts an import's leading entities on the canvas, as part of the same step: those of its articles when they are
// few, else of the latest.
func (s *State) placeNews(did graph.Change, latest graph.ID, fresh []graph.ID) []Effect {
	if n := len(fresh); n == 0 || n > togetherLimit {
		fresh = []graph.ID{latest}
	}
	var lead []graph.ID
	for _, id := range fresh {
		if a, ok := s.Snap.Article(id); ok {
			for _, e := range s.leading(a, StartSize/len(fresh)) {
				if !slices.Contains(lead, e) {
					lead = append(lead, e)
				}
			}
		}
	}
	if len(lead) == 0 {
		return nil
	}
	if len(s.Placed) == 0 {
		return s.arrange(did.Label, did.Group, lead)
	}
	c := graph.Change{Label: did.Label, Group: did.Group}
	ground := s.ground()
	for _, id := range s.inward(lead) {
		if _, placed := s.placement(id); placed {
			continue
		}
		anchor := graph.ID("")
		if i, ok := s.Snap.Entity(id); ok {
			anchor = s.nearestOn(ground, i)
		}
		for _, p := range ground.beside(s, anchor, []graph.ID{id}) {
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: p})
		}
	}
	s.after = append(s.after, ShowEntities{lead})
	return s.apply(c)
}

// inward orders entities so that each stands in the list after one that it is linked to, as far as that goes: what is
// linked to the canvas comes first, then what is linked to those.
func (s *State) inward(ids []graph.ID) []graph.ID {
	on := map[int]bool{}
	for i := range s.spots() {
		on[i] = true
	}
	left := slices.Clone(ids)
	var out []graph.ID
	for len(left) > 0 {
		pick := 0
		for k, id := range left {
			if i, ok := s.Snap.Entity(id); ok && s.touches(i, on) {
				pick = k
				break
			}
		}
		if i, ok := s.Snap.Entity(left[pick]); ok {
			on[i] = true
		}
		out = append(out, left[pick])
		left = slices.Delete(left, pick, pick+1)
	}
	return out
}

func (s *State) touches(i int, on map[int]bool) bool {
	for _, n := range s.View.Neighbours(i) {
		if on[n.Entity] {
			return true
		}
	}
	return false
}

// nearestOn is the entity on the ground that one is most linked to, or "".
func (s *State) nearestOn(g *ground, i int) graph.ID {
	for _, n := range s.View.Neighbours(i) {
		if id := s.Snap.Entities()[n.Entity].ID; g.has(id) {
			return id
		}
	}
	return ""
}

func (g *ground) has(id graph.ID) bool {
	_, ok := g.where[id]
	return ok
}

// stepNews goes to the next new entity, or an earlier one.
func (s *State) stepNews(by int) []Effect {
	n := len(s.News.Entities)
	if n == 0 {
		return nil
	}
	if s.News.At < 0 && by < 0 {
		s.News.At = 0
	}
	s.News.At = (s.News.At + by + n) % n
	return s.goTo(s.News.Entities[s.News.At])
}

// Text is what the chip says.
func (n News) Text() string {
	text := "New since the last import: " + quantity(len(n.Entities), "entity", "entities") + ", " +
		quantity(len(n.Claims), "claim", "claims")
	if n.Disputed > 0 {
		text += ", " + thousands(n.Disputed) + " disputed"
	}
	return text
}
