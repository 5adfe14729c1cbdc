package model_test

import (
	"slices"
	"strings"
	"testing"

	"skein/gui/model"
)

func TestCommandTable(t *testing.T) {
	ids, keys := map[string]bool{}, map[string]string{}
	empty := read(t)
	for _, c := range model.Commands() {
		if c.ID == "" || c.Label == "" || c.Msg == nil || !slices.Contains(model.Menus(), c.Menu) {
			t.Errorf("%+v is incomplete", c)
		}
		if !strings.HasSuffix(c.Doc, ".") || strings.Contains(c.Doc, "\n") {
			t.Errorf("%s does not say in a sentence what it does: %q", c.ID, c.Doc)
		}
		if ids[c.ID] {
			t.Errorf("two commands are called %s", c.ID)
		}
		ids[c.ID] = true
		if len(c.Keys) == 0 {
			t.Errorf("%s has no key", c.ID)
		}
		for _, k := range c.Keys {
			if other := keys[k]; other != "" {
				t.Errorf("%s is a key of %s and of %s", k, other, c.ID)
			}
			keys[k] = c.ID
		}
		if c.Title(&empty.s) == "" {
			t.Errorf("%s has no title", c.ID)
		}
	}
}

// TestCommandsSayWhyNot runs every command on states where much is missing: it does something or says why it cannot.
func TestCommandsSayWhyNot(t *testing.T) {
	states := map[string]func() *reader{
		"no article":       func() *reader { return read(t) },
		"nothing selected": func() *reader { return read(t, tension().facts...) },
		"one selected": func() *reader {
			r := read(t, tension().facts...)
			r.does("walk-left")
			return r
		},
		"all selected": func() *reader {
			r := read(t, tension().facts...)
			r.does("select-all")
			return r
		},
		"a line selected": func() *reader {
			r := read(t, tension().facts...)
			r.send(model.SelectEdge{Edge: r.s.Picture.Edge(r.s.Picture.Lines[0])})
			return r
		},
	}
	wantOff := map[string]string{
		"no article":       "cancel-import undo redo accept reject rename retype merge split copy select-all invert select-near expand expand-by collapse hide hide-others show-hidden pin tidy fit clear-filters back forward path sentence next-new previous-new inspect walk-left walk-right walk-up walk-down",
		"nothing selected": "cancel-import redo accept reject rename retype merge split copy select-near expand expand-by collapse hide hide-others show-hidden pin clear-filters back forward path sentence next-new previous-new inspect",
		"one selected":     "cancel-import redo split show-hidden clear-filters forward sentence next-new previous-new",
		"all selected":     "cancel-import redo rename retype split copy expand-by show-hidden clear-filters back forward path sentence next-new previous-new",
		"a line selected":  "cancel-import redo rename retype merge split copy select-near expand expand-by collapse hide hide-others show-hidden pin clear-filters forward path next-new previous-new inspect",
	}
	for name, state := range states {
		var off []string
		for _, c := range model.Commands() {
			r := state()
			why := c.Why(&r.s)
			r.send(c.Run(&r.s))
			if why == "" {
				continue
			}
			off = append(off, c.ID)
			if !strings.HasSuffix(why, ".") || r.s.Notice.Text != c.Label+": "+why {
				t.Errorf("%s, %s: off because %q, the notice says %q", name, c.ID, why, r.s.Notice.Text)
			}
		}
		if got := strings.Join(off, " "); got != wantOff[name] {
			t.Errorf("%s: off are\n%s\nwant\n%s", name, got, wantOff[name])
		}
	}
}

func TestPalette(t *testing.T) {
	r := read(t, tension().facts...)
	r.does("palette")
	for _, it := range r.s.SheetItems() {
		if it.Label == "" || it.Off == "" && it.Msg == nil {
			t.Errorf("%+v", it)
		}
	}
	r.send(model.SheetText{Text: "hid oth"})
	if items := r.s.SheetItems(); len(items) == 0 || items[0].Label != "Hide others" || items[0].Key != "Ctrl+Shift+H" {
		t.Errorf("%+v", items)
	}
	r.send(model.SheetTake{At: -1})
	if r.s.Notice.Text != "Hide others: Select an entity first." || r.s.Sheet.Kind != model.PaletteSheet {
		t.Errorf("notice %q", r.s.Notice.Text)
	}
	r.send(model.SheetText{Text: "varn"}, model.SheetMove{By: 1}, model.SheetMove{By: -1}, model.SheetTake{At: -1})
	if r.s.Selection.One() != r.id("Varn") {
		t.Error("the palette does not go to an entity")
	}
}

func TestThemeAndPanels(t *testing.T) {
	r := read(t, tension().facts...)
	undo := r.s.UndoLabel()
	for _, want := range []model.Theme{model.Light, model.Dark, model.FollowSystem} {
		r.does("theme")
		if r.s.Theme != want || readStore(t, r.store).s.Theme != want {
			t.Errorf("the colours are %q, want %q", r.s.Theme, want)
		}
	}
	r.send(model.CameraMoved{Camera: model.Camera{X: 1, Y: 2, Zoom: 3}})
	if c, ok := readStore(t, r.store).s.Camera(); !ok || c != (model.Camera{X: 1, Y: 2, Zoom: 3}) {
		t.Errorf("the camera is kept as %+v", c)
	}
	for _, id := range []string{"fold-left", "fold-right", "fold-dock"} {
		r.does(id)
	}
	if r.s.Panels != (model.Panels{LeftFolded: true, RightFolded: true, DockFolded: true}) {
		t.Errorf("%+v", r.s.Panels)
	}
	if r.s.UndoLabel() != undo {
		t.Error("what is no edit can be undone")
	}
}

func TestTable(t *testing.T) {
	r := read(t, tension().facts...)
	for _, what := range []model.Rows{model.EntityRows, model.ClaimRows} {
		r.send(model.ShowRows{What: what})
		columns := r.s.Table.Columns()
		want := len(r.s.View.Entities())
		if what == model.ClaimRows {
			want = len(r.s.View.Claims())
		}
		for i := range columns {
			r.send(model.SortTable{Column: i})
			rows := r.s.Rows()
			if len(rows) != want {
				t.Fatalf("%d rows of %d", len(rows), want)
			}
			down := r.s.Table.Down
			r.send(model.SortTable{Column: i})
			if r.s.Table.Down == down {
				t.Error("a second click does not turn the order round")
			}
			for _, row := range rows {
				if len(row.Cells) != len(columns) {
					t.Fatalf("%d cells in %d columns", len(row.Cells), len(columns))
				}
			}
			if columns[i].Number || columns[i].Label == "When" {
				continue
			}
			if !slices.IsSortedFunc(rows, func(a, b model.Row) int {
				c := strings.Compare(strings.ToLower(a.Cells[i]), strings.ToLower(b.Cells[i]))
				if down {
					return -c
				}
				return c
			}) {
				t.Errorf("not sorted by %s", columns[i].Label)
			}
		}
	}
	r.send(model.ShowRows{What: model.EntityRows}, model.SortTable{Column: 4}) // by when
	var dates []string
	for _, row := range r.s.Rows() {
		if row.Cells[4] != "" {
			dates = append(dates, row.Cells[4])
		}
	}
	if got := strings.Join(dates, ", "); got != "Jul 2023, 19 Jan 2024, Feb 2024" {
		t.Errorf("by when: %s", got)
	}
	r.send(model.ShowRows{What: model.EntityRows}) // most claims first
	if got := r.s.Rows()[0].Cells[0]; got != "Norland" && got != "Estéria" {
		t.Errorf("first is %s", got)
	}
}

func TestExport(t *testing.T) {
	r := read(t, tension().facts...)
	detail := func(s model.Scope) string {
		for _, o := range r.s.ExportOffers() {
			if o.Scope == s {
				return o.Detail + o.Off
			}
		}
		return ""
	}
	r.does("export")
	for scope, want := range map[model.Scope]string{
		model.WholeOnly: "15 entities, 22 claims", model.Passing: "15 entities, 22 claims", model.Selected: "0 entities, 0 claimsNothing is selected.",
	} {
		if got := detail(scope); got != want {
			t.Errorf("%s: %s", scope, got)
		}
	}
	if r.s.Sheet.Scope != model.Visible || !strings.HasSuffix(r.s.Sheet.Text, "sample.json") {
		t.Errorf("the sheet begins with %+v", r.s.Sheet)
	}
	r.send(model.SheetExport{Format: model.SVG, Scope: model.WholeOnly})
	if !strings.HasSuffix(r.s.Sheet.Text, "sample.svg") || r.s.Sheet.Scope != model.Visible {
		t.Errorf("as a picture: %+v", r.s.Sheet)
	}
	r.send(model.SheetTake{At: -1})
	if p, ok := asks[model.WritePicture](r); !ok || p.Format != model.SVG || len(p.Picture.Nodes) != len(r.s.Picture.Nodes) {
		t.Errorf("asked for %+v", p)
	}
	r.send(model.StartExport{Format: model.JSON, Path: "  "})
	if r.s.Notice.Tone != model.Warning {
		t.Error("an export without a name")
	}
}

func TestDateText(t *testing.T) {
	for edtf, want := range map[string]string{
		"": "", "2024": "2024", "2024-01": "Jan 2024", "2024-01-05": "5 Jan 2024", "2023-12~": "about Dec 2023", "2024?": "2024?", "2024%": "about 2024?",
		"2021-12/..": "since Dec 2021", "../2021": "until 2021", "2021/2022": "2021 – 2022", "199X": "1990s", "2024-21": "spring 2024", "2024-33": "1st quarter 2024",
		"XXXX-06-25": "25 Jun", "2024-01-05T10:30:00Z": "5 Jan 2024, 10:30", "soon": "soon", "2024-99": "2024",
	} {
		if got := model.DateText(edtf); got != want {
			t.Errorf("%q is %q, want %q", edtf, got, want)
		}
	}
}
