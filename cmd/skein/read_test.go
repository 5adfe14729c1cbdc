package main

import (
	"fmt"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
)

// TestSaid compares what commands say of a small graph, word for word.
func TestSaid(t *testing.T) {
	g := fleet(t)
	for _, c := range []struct{ args, want string }{
		{"search volan", `
Person       Ines Vollan (Vollan), 1 claim
`},
		{"search port senna", `
City         Port Senna, 2 claims
Consultation meeting in Port Senna, 4 claims
`},
		{"search port|senna|--limit|1", `
City         Port Senna, 2 claims
`},
		{"show 3rd fleet", `
3rd Fleet
Unit, 4 claims in 2 articles
also: fleet
echelon: fleet

BASED AT
  Port Senna [planned, 0.40]
    > It will be based at Port Senna. (Fleet sails for Port Senna, Harbour Post, 2024-03-02)

LED BY
  Ines Vollan [2 outlets agree, 0.92]
    > Admiral Vollan commands the 3rd Fleet. (Ministry denies meeting, Senna Wire, 2024-03-05)
    > Admiral Ines Vollan leads the 3rd Fleet. (Fleet sails for Port Senna, Harbour Post, 2024-03-02)

TAKES PART IN
  meeting in Port Senna [disputed, 0.70]
    > In February the fleet met the mayor in Port Senna. (Fleet sails for Port Senna, Harbour Post, 2024-03-02)
  meeting in Port Senna [denied, says Ministry of the Sea, disputed, 0.90]
    > The Ministry of the Sea denied that the fleet met anybody. (Ministry denies meeting, Senna Wire, 2024-03-05)
`},
		{"show ministry of the sea", `
Ministry of the Sea
Government, 0 claims in 1 article

SAYS THAT
  meeting in Port Senna — with — 3rd Fleet [denied, says Ministry of the Sea, disputed, 0.90]
    > The Ministry of the Sea denied that the fleet met anybody. (Ministry denies meeting, Senna Wire, 2024-03-05)
`},
		{"path vollan|port senna", `
Ines Vollan — leads — 3rd Fleet [2 outlets agree, 0.92]
    > Admiral Vollan commands the 3rd Fleet. (Ministry denies meeting, Senna Wire, 2024-03-05)
    > Admiral Ines Vollan leads the 3rd Fleet. (Fleet sails for Port Senna, Harbour Post, 2024-03-02)
3rd Fleet — based at — Port Senna [planned, 0.40]
    > It will be based at Port Senna. (Fleet sails for Port Senna, Harbour Post, 2024-03-02)
`},
		{"stats --graph=" + g, `
Articles                          2
Entities                          5
  actors                          2
  units                           1
  places                          1
  events                          1
Claims                            6
  based at                        1
  leads                           1
  with                            2
  takes place in                  1
  when                            1
Claims by article
  2024-03-02        5  Fleet sails for Port Senna
  2024-03-05        2  Ministry denies meeting
`},
	} {
		command, names, _ := strings.Cut(c.args, " ")
		if got := done(t, append(append([]string{command}, strings.Split(names, "|")...), "--graph", g)...); got != c.want[1:] {
			t.Errorf("skein %s:\n%s\nwant\n%s", c.args, got, c.want[1:])
		}
	}
}

// TestFilters: each filter leaves what its name says, in every command that has filters.
func TestFilters(t *testing.T) {
	g := fleet(t)
	for _, c := range []struct{ flags, nodes, relations string }{
		{"", "3rd Fleet, Ines Vollan, Ministry of the Sea, Port Senna, meeting in Port Senna", "based_at leads participant participant place"},
		{"--kind unit --kind person", "3rd Fleet, Ines Vollan", "leads"},
		{"--relation leads", "3rd Fleet, Ines Vollan, Ministry of the Sea", "leads"},
		{"--relation leads --kind unit --kind actor --limit 2", "3rd Fleet, Ines Vollan", "leads"},
		{"--modality planned --kind unit,place", "3rd Fleet, Port Senna", "based_at"},
		{"--modality denied --kind unit --kind event", "3rd Fleet, meeting in Port Senna", "participant"},
		{"--said-by ministry --kind unit --kind event", "3rd Fleet, meeting in Port Senna", "participant"},
		{"--min-confidence 0.91 --kind unit --kind person", "3rd Fleet, Ines Vollan", "leads"},
		{"--min-confidence 0.95 --kind unit --kind person", "", ""},
		{"--around vollan", "3rd Fleet, Ines Vollan", "leads"},
		{"--around vollan --hops 2 --kind person --kind unit --kind place", "3rd Fleet, Ines Vollan, Port Senna", "based_at leads"},
		{"--around vollan --hops 2 --modality planned", "Ines Vollan", ""},
		{"--around fleet --kind place", "3rd Fleet, Port Senna", "based_at"},
		{"--since 2024-02-10 --until 2024-03 --kind event --kind place", "Port Senna, meeting in Port Senna", "place"},
		{"--since 2024-03 --kind event --kind place", "", ""},
		{"--limit 1", "meeting in Port Senna", ""},
	} {
		x := exported(t, done(t, append([]string{"export", "--graph", g}, strings.Fields(c.flags)...)...))
		if got := strings.Join(x.labels(), ", "); got != c.nodes {
			t.Errorf("%s leaves the nodes %q, want %q", c.flags, got, c.nodes)
		}
		if got := strings.Join(x.relations(), " "); got != c.relations {
			t.Errorf("%s leaves the relations %q, want %q", c.flags, got, c.relations)
		}
	}
	for name, title := range map[string]string{"senna wire": "Ministry denies meeting", "fleet sails": "Fleet sails for Port Senna"} {
		x := exported(t, done(t, "export", "--graph", g, "--source", name))
		titles := map[string]string{}
		for _, a := range x.Attributes.Articles {
			titles[a.ID] = a.Title
		}
		for _, e := range x.Edges {
			for _, said := range e.Evidence {
				if titles[said.Article] != title {
					t.Errorf("--source %s leaves %q of %q", name, said.Quote, titles[said.Article])
				}
			}
		}
		if len(x.Edges) < 2 {
			t.Errorf("--source %s leaves only %v", name, x.relations())
		}
	}
}

// TestSampleCommands: what commands say of the samples agrees with what the graph holds, whatever was extracted.
func TestSampleCommands(t *testing.T) {
	g := demo(t)
	s := look(t, g)
	stats := done(t, "stats", "--graph", g)
	for label, n := range map[string]int{"Articles": len(s.Articles()), "Entities": len(s.Entities()), "Claims": len(s.Claims())} {
		if want := fmt.Sprintf("%-26s %8d\n", label, n); !strings.Contains(stats, want) {
			t.Errorf("stats does not say %q:\n%s", want, stats)
		}
	}
	if len(s.Articles()) != 8 {
		t.Errorf("%d articles of 8", len(s.Articles()))
	}
	for i := range s.Entities() {
		e := &s.Entities()[i]
		out := done(t, "show", string(e.ID), "--graph", g)
		if !strings.HasPrefix(out, e.Name+"\n") {
			t.Fatalf("show %s begins with %.80q, not %q", e.ID, out, e.Name)
		}
		for _, n := range s.ClaimsOf(i) {
			c := &s.Claims()[n]
			a, _ := s.Article(c.Evidence[0].Article)
			sentence := oneLine(c.Evidence[0].Sentence.In(s.Articles()[a].Text))
			if sentence == "" || !strings.Contains(out, "> "+sentence+" (") {
				t.Errorf("show %s does not show the sentence %q", e.Name, sentence)
			}
		}
	}
	for query, want := range map[string]string{"marsh": "Ellen Marsh", "nimitz": "Nimitz", "asad": "Al Asad", "dekgado": "Rosa Delgado"} {
		first, _, _ := strings.Cut(done(t, "search", query, "--graph", g), "\n")
		if !strings.Contains(first, want) {
			t.Errorf("search %s finds first %q, not %s", query, first, want)
		}
	}
}

// TestSamplePath walks between two people who stand in different sentences: each step tells of its claim's two ends and
// shows a sentence of the samples.
func TestSamplePath(t *testing.T) {
	g := demo(t)
	out := done(t, "path", "Marcus Whitfield", "Ellen Marsh", "--graph", g)
	chain, _, _ := strings.Cut(out, "\n\n")
	at := "Marcus Whitfield"
	for line := range strings.Lines(chain) {
		if strings.HasPrefix(line, " ") {
			continue
		}
		step := strings.Split(strings.TrimSpace(line), " — ")
		if len(step) != 3 || step[0] != at {
			t.Fatalf("%q does not go on from %s", line, at)
		}
		at, _, _ = strings.Cut(step[2], " [")
	}
	if at != "Ellen Marsh" {
		t.Errorf("the chain ends at %s:\n%s", at, out)
	}
	if !strings.Contains(chain, "    > ") {
		t.Errorf("no sentence in the chain:\n%s", out)
	}
}

// TestRejectedIsNotShown: what a reviewer rejected is in none of the results but a full export.
func TestRejectedIsNotShown(t *testing.T) {
	facts := fleetFacts()
	for _, f := range facts {
		if c, ok := f.(graph.Claim); ok && c.Predicate == schema.BasedAt {
			facts = append(facts, graph.Judgement{Decision: graph.Reject, Target: c.ID})
			break
		}
	}
	g := stored(t, facts)
	if out := done(t, "show", "3rd Fleet", "--graph", g); strings.Contains(out, "BASED AT") {
		t.Errorf("show tells of a rejected claim:\n%s", out)
	}
	if x := exported(t, done(t, "export", "--graph", g, "--kind", "unit", "--kind", "place")); len(x.Edges) != 0 {
		t.Errorf("a filtered export holds the relations %v", x.relations())
	}
	if x := exported(t, done(t, "export", "--graph", g)); !strings.Contains(strings.Join(x.relations(), " "), "based_at") {
		t.Errorf("the full export holds only the relations %v", x.relations())
	}
}

// TestNamesakes: what else has the name is told with the id by which it can be shown.
func TestNamesakes(t *testing.T) {
	facts := fleetFacts()
	state := saw(facts[0].(graph.Article), entity("region/port senna"), "Port Senna", schema.Region, "Port Senna")
	g := stored(t, append(facts, state))
	out := done(t, "show", "port", "senna", "--graph", g)
	if want := "\nOTHERS OF THIS NAME\n  Region, 0 claims (" + string(state.Entity) + ")\n"; !strings.HasSuffix(out, want) {
		t.Errorf("no %q at the end of\n%s", want, out)
	}
	if out := done(t, "show", string(state.Entity), "--graph", g); !strings.HasPrefix(out, "Port Senna\nRegion, 0 claims") {
		t.Errorf("by its id is shown\n%s", out)
	}
}
