package server

import (
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// routes is the table of contents: every address, and who may use it.
func (s *Server) routes() *echo.Echo {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.IPExtractor = echo.ExtractIPDirect()
	e.HTTPErrorHandler = s.renderError
	e.Use(s.headers, recovered, s.sameOrigin)

	s.registerPages(e)
	s.registerHealth(e)
	api := e.Group("/api/v1", middleware.BodyLimit("1M"))
	s.registerScreens(api)
	s.registerPhones(api)
	s.registerFacts(api)
	s.registerScenarios(api)
	e.POST("/api/v1/scenarios", s.upload, s.only(organiser)) // has a limit of its own
	s.registerRoom(api)
	s.registerInsights(api)
	s.registerSessions(api)
	s.registerTakeaways(api)
	s.registerRehearsals(api)
	return e
}

func (s *Server) registerPages(e *echo.Echo) {
	e.GET("/", s.page("screen"))
	e.GET("/s/:station", s.page("screen"))
	e.GET("/b/:code", s.page("phone"))
	e.GET("/b/worker.js", s.worker)
	e.GET("/console", s.page("console"), s.signedIn(organiser, helper))
	e.GET("/badges", s.page("badges"), s.signedIn(organiser, helper))
	e.GET("/insights", s.page("insights"), s.signedIn(organiser, manager))
	e.GET("/wall", s.page("wall"), s.keyed, s.displays(s.signedIn(organiser, manager)))
	e.GET("/debrief", s.page("debrief"), s.signedIn(organiser, manager))
	e.GET("/privacy", s.page("privacy"), s.signedIn(organiser, manager))
	e.GET("/words", s.page("words-desk"), s.signedIn(organiser))
	e.GET("/preview", s.page("preview"), s.signedIn(organiser))
	e.GET("/preview/stage", s.stage, s.signedIn(organiser))
	e.GET("/sign-in", s.page("sign-in"))
	e.GET("/setup/:token", s.page("sign-in"))
	e.GET(CAPath, s.getCA)
	e.GET("/t/:token", s.page("takeaway"))
	e.GET("/assets/*", s.asset, middleware.Gzip())
}

func (s *Server) registerHealth(e *echo.Echo) {
	e.GET("/healthz", s.healthy)
	e.GET("/readyz", s.ready)
}

func (s *Server) registerScreens(g *echo.Group) {
	g.POST("/screens", s.requestPairing)
	g.POST("/screens/token", s.takeToken)
	g.POST("/screens/approve", s.approvePairing, s.staff())
	g.GET("/screens", s.listScreens, s.staff())
	g.POST("/screens/:id/assign", s.assignScreen, s.staff())
	g.POST("/screens/:id/order", s.orderScreen, s.staff())
	g.DELETE("/screens/:id", s.removeScreen, s.staff())
}

func (s *Server) registerPhones(g *echo.Group) {
	g.POST("/phones", s.joinPhone)
	g.DELETE("/phones", s.leavePhone, s.only(phone))
}

func (s *Server) registerFacts(g *echo.Group) {
	g.GET("/socket", s.socket, s.only(screen, phone, rehearser))
	g.POST("/facts", s.postFacts, s.only(screen, phone))
	g.POST("/checkin", s.checkIn, s.only(screen, rehearser))
	g.GET("/badges/:code", s.getBadge, s.only(screen))
	g.GET("/badges/:code/qr", s.getBadgeQR)
	g.POST("/badges", s.printBadges, s.staff())
	g.GET("/visits/:id/stations/:station/reveal", s.reveal, s.only(screen))
}

func (s *Server) registerScenarios(g *echo.Group) {
	zip := middleware.Gzip()
	g.GET("/words/:language", s.getWords, zip)
	g.GET("/scenarios", s.getLoaded, s.only(organiser))
	g.POST("/scenarios/reload", s.reload, s.only(organiser))
	g.POST("/scenarios/:hash/choose", s.choose, s.only(organiser))
	g.GET("/scenarios/:hash", s.getScenario, s.only(screen, phone, organiser, helper, manager), s.carried, zip)
	g.GET("/scenarios/:hash/stations/:station", s.getStation, s.only(screen, phone, organiser), s.carried, zip)
	g.GET("/scenarios/:hash/stations/:station/preview", s.getPreview, s.only(organiser))
	g.GET("/scenarios/:hash/stations/:station/waveform", s.getWaveform, s.only(organiser, manager), zip)
	g.GET("/scenarios/:hash/stations/:station/captions", s.getRecital, s.only(screen, organiser), zip)
	g.GET("/scenarios/:hash/announcements/:id/captions", s.getAnnouncement, s.only(screen, organiser))
	g.GET("/scenarios/:hash/files/*", s.getFile, s.only(screen, phone, organiser), s.carried)
}

func (s *Server) registerRoom(g *echo.Group) {
	g.GET("/room", s.getRoom, s.staff())
	g.GET("/watch", s.watch, s.staff())
	g.PUT("/opening", s.putOpening, s.staff())
	g.PUT("/pause", s.putPause, s.staff())
	g.GET("/checklist", s.getChecklist, s.staff())
	g.POST("/rotation", s.rotate, s.staff())
	g.POST("/visits/:id/order", s.orderVisit, s.staff())
	g.POST("/visits/:id/undo", s.undoVisit, s.staff())
	g.GET("/sound", s.getSound, s.staff())
	g.POST("/sound", s.orderSound, s.staff())
	g.GET("/qr", s.getQR, s.staff())
	g.GET("/plan", s.getPlan, s.staff())
	g.GET("/log", s.getLog, s.staff(), middleware.Gzip())
	g.GET("/log.csv", s.getLogCSV, s.staff())
	g.GET("/support", s.getSupport, s.only(organiser))
}

func (s *Server) registerRehearsals(g *echo.Group) {
	g.GET("/rehearsal", s.getRehearsal, s.staff())
	g.POST("/rehearsal", s.startRehearsal, s.staff())
	g.DELETE("/rehearsal", s.stopRehearsal, s.staff())
	g.POST("/rehearsal/token", s.giveRehearsalToken, s.only(organiser))
	g.GET("/rehearsal/walk", s.walkRehearsal) // by its own key
}

func (s *Server) registerInsights(g *echo.Group) {
	read, zip := s.only(organiser, manager), middleware.Gzip()
	g.GET("/insights", s.view("release"), read, zip)
	g.GET("/insights/cohorts", s.view("cohorts"), read, zip)
	g.GET("/insights/across", s.view("across"), read, zip)
	g.GET("/insights/themes", s.view("themes"), read, zip)
	g.GET("/insights/words", s.view("words"), read, zip)
	g.GET("/insights/wall", s.view("wall"), s.displays(read), zip)
	g.GET("/insights/debrief", s.view("debrief"), read, zip)
	g.DELETE("/insights/debrief/:opening", s.endDebrief, s.only(organiser))
	g.GET("/insights/export/:format", s.export, read)
	g.GET("/moderation", s.getModeration, s.only(organiser))
	g.POST("/moderation/batch", s.showBatch, s.only(organiser))
	g.POST("/moderation/words", s.judgeWords, s.only(organiser))
	g.POST("/moderation/passed", s.passWords, s.only(organiser))
	g.POST("/moderation/names", s.nameTheme, s.only(organiser))
	g.POST("/moderation/merges", s.mergeTheme, s.only(organiser))
	g.GET("/wall", s.getWallLink, s.only(organiser))
	g.POST("/wall", s.makeWallLink, s.only(organiser))
	g.DELETE("/wall", s.endWallLink, s.only(organiser))
	g.GET("/privacy", s.getPrivacy, read)
	g.PUT("/privacy", s.setPrivacy, s.only(organiser))
	g.DELETE("/privacy", s.resetPrivacy, s.only(organiser))
	g.GET("/privacy/note", s.getPrivacyNote, read)
}

func (s *Server) registerSessions(g *echo.Group) {
	g.GET("/session", s.whoAmI)
	g.POST("/session", s.signIn)
	g.DELETE("/session", s.signOut)
	g.POST("/setup", s.setUp)
	g.PUT("/passphrases/helper", s.setHelper, s.only(organiser))
}
