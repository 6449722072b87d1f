# What people see: page templates, their texts, and files the web server
# gives out by itself.
dist_pages_DATA = \
	htdocs/pages/account.xhtml \
	htdocs/pages/bap.xhtml \
	htdocs/pages/booking.xhtml \
	htdocs/pages/desk.xhtml \
	htdocs/pages/error.xhtml \
	htdocs/pages/find.xhtml \
	htdocs/pages/frame.xhtml \
	htdocs/pages/health.xhtml \
	htdocs/pages/home.xhtml \
	htdocs/pages/info.xhtml \
	htdocs/pages/office.xhtml \
	htdocs/pages/people.xhtml \
	htdocs/pages/register.xhtml \
	htdocs/pages/resume.xhtml \
	htdocs/pages/review.xhtml \
	htdocs/pages/roster.xhtml \
	htdocs/pages/session.xhtml \
	htdocs/pages/signin.xhtml \
	htdocs/pages/slot.xhtml \
	htdocs/pages/ticket.xhtml
dist_pagestext_DATA = \
	htdocs/pages/text/en.xml \
	htdocs/pages/text/id.xml \
	htdocs/pages/text/info.xml
dist_static_DATA = \
	htdocs/static/400.html \
	htdocs/static/404.html \
	htdocs/static/411.html \
	htdocs/static/413.html \
	htdocs/static/503.html \
	htdocs/static/style.css
EXTRA_DIST += htdocs/README.md htdocs/antrean.png
