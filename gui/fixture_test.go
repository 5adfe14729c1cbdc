package gui

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/store"
	"skein/gui/model"
	"skein/importer/pipeline"
)

// player is a window on a graph of its own, without a display, and a hand that uses it.
type player struct {
	*window
	t    *testing.T
	path string

	mu     sync.Mutex
	later  []func() // what is to be done on the toolkit's goroutine, which is the test's
	shut   bool
	failed error // why the graph could not be opened
}

// play opens the window on a graph; a path that is not there becomes an empty one.
func play(t *testing.T, path string) *player {
	t.Helper()
	p := &player{t: t, path: path}
	r := newRunner(pipeline.Stages())
	s, err := r.open(path)
	if err != nil {
		t.Fatal(err)
	}
	p.start(r, s)
	p.begin(nil, nil)
	p.graph.Animate = false
	p.settle()
	return p
}

// playLater opens the window first and then the graph, and imports files when it is there.
func playLater(t *testing.T, path string, files []string) *player {
	t.Helper()
	p := &player{t: t, path: path}
	p.start(newRunner(pipeline.Stages()), awaiting(path))
	p.begin(files, func(err error) { p.failed = err })
	return p
}

func (p *player) start(r *runner, s model.State) {
	a := test.NewTempApp(p.t)
	win := test.NewTempWindow(p.t, nil)
	p.window = newWindow(a, win, r, s, func(f func()) {
		p.mu.Lock()
		p.later = append(p.later, f)
		p.mu.Unlock()
	})
	win.Resize(fyne.NewSize(1400, 900))
	p.t.Cleanup(p.close)
}

// close closes the window as Run does.
func (p *player) close() {
	if p.shut {
		return
	}
	p.shut = true
	p.end()
	if err := p.run.close(); err != nil {
		p.t.Error(err)
	}
	p.pump()
}

// pump does what was left for the toolkit's goroutine, and reports whether there was anything.
func (p *player) pump() bool {
	p.mu.Lock()
	list := p.later
	p.later = nil
	p.mu.Unlock()
	for _, f := range list {
		f()
	}
	return len(list) > 0
}

// until pumps until something is true.
func (p *player) until(what string, ok func() bool) {
	p.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		p.pump()
		if ok() {
			return
		}
	}
	p.t.Fatalf("waited in vain for %s; notice %q", what, p.state.Notice.Text)
}

// settle waits until no edit and no import is under way.
func (p *player) settle() {
	p.t.Helper()
	p.until("the window to come to rest", func() bool {
		done := make(chan struct{})
		p.run.do(func() { close(done) })
		<-done
		p.run.aside.Wait()
		return !p.pump() && p.state.Pending == 0 && !p.state.Import.Running && len(p.state.Waiting) == 0
	})
}

// does sends a message and waits for all that follows.
func (p *player) does(m model.Msg) {
	p.t.Helper()
	p.send(m)
	p.settle()
}

// facts reads a graph that is not open.
func facts(t *testing.T, path string) (placed map[graph.ID]graph.Placement, articles []graph.Article) {
	t.Helper()
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	placed = map[graph.ID]graph.Placement{}
	for f := range s.Facts() {
		switch f := f.(type) {
		case graph.Placement:
			placed[f.Entity] = f
		case graph.Article:
			articles = append(articles, f)
		}
	}
	return placed, articles
}

// texts writes articles into a folder, and returns their paths.
func texts(t *testing.T, list ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, text := range list {
		p := filepath.Join(dir, string(rune('a'+i))+" file.txt")
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}

const (
	harbour = "Fleet sails for Port Senna\n\nPORT SENNA, March 2, 2024 – Admiral Ines Vollan, commander of the 3rd Fleet, met Prime Minister Hugh Okafor in Nairobi on Friday. The 3rd Fleet will leave Nairobi in May."
	wire    = "Ministry denies plan\n\nNAIROBI, March 5, 2024 – The Ministry of Defense denied that Admiral Ines Vollan had met Prime Minister Hugh Okafor. Kenya and Jordan signed an agreement in Amman on Monday."
)

// harboured is a window on a graph made by hand, so that it does not depend on the extraction: a fleet, its admiral, a
// port, and talks that are planned.
func harboured(t *testing.T) *player {
	t.Helper()
	path := filepath.Join(t.TempDir(), "harbour.skein")
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	a := graph.Article{Title: "Fleet sails", Outlet: "Harbour Post", Published: "2024-03-02", Language: "en",
		Text: "Admiral Ines Vollan leads the 3rd Fleet. It will be based at Port Senna. Talks are planned there."}
	a.Identify()
	span := func(words string) graph.Span {
		i := strings.Index(a.Text, words)
		return graph.Span{Begin: i, End: i + len(words)}
	}
	all := []graph.Fact{a}
	see := func(key, name string, typ graph.Type) graph.ID {
		id := graph.NewID(graph.EntityPrefix, key)
		all = append(all, graph.Sighting{Article: a.ID, Entity: id, Key: key, Name: name, Type: typ, Mentions: []graph.Span{span(name)}})
		return id
	}
	say := func(c graph.Claim, words string, confidence float64) {
		if c.Modality == "" {
			c.Modality = graph.Asserted
		}
		c.Evidence = []graph.Evidence{{Article: a.ID, Span: span(words), Sentence: span(words), Confidence: confidence, Extractor: "hand"}}
		c.Identify()
		all = append(all, c)
	}
	vollan, fleet := see("person/ines vollan", "Ines Vollan", schema.Person), see("unit/3 fleet", "3rd Fleet", schema.Unit)
	port, talks := see("city/port senna", "Port Senna", schema.City), see("consult/talks", "Talks", "consult")
	say(graph.Claim{Subject: vollan, Predicate: schema.Leads, Object: fleet}, "leads", 0.8)
	say(graph.Claim{Subject: fleet, Predicate: schema.BasedAt, Object: port, Modality: graph.Planned}, "based at", 0.6)
	say(graph.Claim{Subject: talks, Predicate: schema.AtPlace, Object: port, Modality: graph.Planned}, "planned there", 0.7)
	if _, err := s.Apply(graph.Added("by hand", all...)); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	p := play(t, path)
	if len(p.state.Picture.Nodes) != 4 {
		t.Fatalf("%d entities on the canvas", len(p.state.Picture.Nodes))
	}
	return p
}
