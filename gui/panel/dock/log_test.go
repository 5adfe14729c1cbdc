package dock

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/gui/model"
	"skein/importer"
	"skein/importer/batch"
)

// outcomes are one of each kind; the first throws out a word of the article's text.
func outcomes(s *model.State) []batch.Outcome {
	a := s.Snap.Articles()
	at := strings.Index(a[0].Text, "summer")
	return []batch.Outcome{
		{Path: "news/regiment.html", Status: batch.New, Article: a[0].ID, Title: a[0].Title, Words: 412, NewEntities: 24, NewClaims: 31, ConfirmedClaims: 4,
			Rejected: []importer.Rejection{{Span: graph.Span{Begin: at, End: at + 6}, Stage: "find", Reason: "a season, not a name"}}},
		{Path: "news/strikes.html", Status: batch.Known, Article: a[1].ID, Title: a[1].Title, Words: 89},
		{Path: "news/photo.txt", Status: batch.Failed, Err: errors.New("news/photo.txt: source: a picture, not a text")},
		{Path: "news/late.txt", Status: batch.Cancelled},
	}
}

func TestLogTellsWhatCameOfEachFile(t *testing.T) {
	w, win := shown(t, window(sample(t)), 1400, 400)
	w.play(model.ImportDone{Report: batch.Report{Outcomes: outcomes(w.state)}})
	w.play(model.OpenTab{Tab: model.LogTab})
	for _, text := range []string{"Regiment trains with Ospreys", "Air strikes hit eastern valleys", "photo.txt", "late.txt", "was in the graph already",
		"source: a picture, not a text", "not read: cancelled", "4 files · 1 new · 1 known already · 1 failed · 1 cancelled"} {
		if !w.sees(text) {
			t.Errorf("%q cannot be seen", text)
		}
	}
	if w.sees("summer") {
		t.Error("what was thrown out is listed before it is asked for")
	}
	w.tap(t, win, "1 candidate thrown out")
	for _, text := range []string{"summer", "a season, not a name"} {
		if !w.sees(text) {
			t.Errorf("%q cannot be seen", text)
		}
	}
	w.tap(t, win, "1 candidate thrown out")
	if w.sees("summer") {
		t.Error("it is not taken back")
	}
	w.tap(t, win, "Regiment trains with Ospreys")
	if w.state.Tab != model.ArticleTab || w.state.Place.Article != w.state.Snap.Articles()[0].ID {
		t.Error("the article is not opened")
	}
}

func TestImportUnderWay(t *testing.T) {
	w, win := shown(t, window(sample(t)), 1000, 300)
	w.play(model.OpenTab{Tab: model.LogTab})
	w.play(model.StartImport{Paths: []string{"news"}})
	w.look(t, "Looking for articles…")
	all := outcomes(w.state)
	w.play(model.ImportProgress{Progress: batch.Progress{Done: 1, Total: 4, Last: all[0]}})
	w.play(model.ImportProgress{Progress: batch.Progress{Done: 3, Total: 4, Last: all[2]}, Before: all[1:2]})
	if n := len(w.dock.log.list); n != 3 {
		t.Errorf("%d lines for 3 files", n)
	}
	w.look(t, "Read 3 of 4 files")
	w.look(t, "source: a picture, not a text") // at once, not at the end
	bar := w.dock.log.bar
	gauge := bar.bar.Objects[0].(*fyne.Container)
	if full, done := gauge.Objects[0].Size().Width, gauge.Objects[1].Size().Width; full == 0 || done < full*0.74 || done > full*0.76 {
		t.Errorf("the bar is %g of %g long", done, full)
	}
	w.tap(t, win, "Cancel")
	if !w.state.Import.Cancelling {
		t.Error("it is not cancelled")
	}
	w.look(t, "Stopping…")
	w.play(model.ImportDone{Report: batch.Report{Outcomes: all}})
	w.play(model.OpenTab{Tab: model.LogTab})
	if w.sees("Stopping…") {
		t.Error("the bar is still there")
	}
	if n := len(w.dock.log.list); n != 4 {
		t.Errorf("%d lines for 4 files", n)
	}
}

func TestLogOfManyFiles(t *testing.T) {
	w, _ := shown(t, window(sample(t)), 1000, 300)
	w.play(model.OpenTab{Tab: model.LogTab})
	var list []batch.Outcome
	for i := range 5000 {
		list = append(list, batch.Outcome{Path: fmt.Sprintf("news/%d.txt", i), Status: batch.Failed, Err: fmt.Errorf("news/%d.txt: source: empty", i)})
	}
	w.play(model.ImportDone{Report: batch.Report{Outcomes: list}})
	w.play(model.OpenTab{Tab: model.LogTab})
	if n := len(w.dock.log.rows.inner.Objects); n > 30 {
		t.Errorf("%d lines exist", n)
	}
	w.look(t, "4999.txt")
	w.dock.log.rows.seek(4999, func(float32) float32 { return 0 })
	w.look(t, "0.txt")
}

func TestEmptyTabsSayWhatToDo(t *testing.T) {
	for _, tab := range []model.Tab{model.ArticleTab, model.TableTab, model.LogTab} {
		w, win := shown(t, window(nil), 1000, 172)
		w.play(model.OpenTab{Tab: tab})
		w.tap(t, win, "Import…")
		if !slices.Contains(w.sent, model.Msg(model.ChooseImport{})) {
			t.Errorf("%s: %v", tab, w.sent)
		}
	}
}
