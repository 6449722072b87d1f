# What people see: page templates, their texts, and files the web server
# gives out by itself.
dist_pagesframe_DATA = \
	htdocs/pages/frame/desk.xhtml \
	htdocs/pages/frame/public.xhtml
dist_pagespart_DATA = \
	htdocs/pages/part/birth.xhtml \
	htdocs/pages/part/compare.xhtml \
	htdocs/pages/part/errors.xhtml \
	htdocs/pages/part/person.xhtml
dist_pagespublic_DATA = \
	htdocs/pages/public/account.xhtml \
	htdocs/pages/public/bap.xhtml \
	htdocs/pages/public/booking.xhtml \
	htdocs/pages/public/error.xhtml \
	htdocs/pages/public/find.xhtml \
	htdocs/pages/public/health.xhtml \
	htdocs/pages/public/home.xhtml \
	htdocs/pages/public/info.xhtml \
	htdocs/pages/public/office.xhtml \
	htdocs/pages/public/people.xhtml \
	htdocs/pages/public/register.xhtml \
	htdocs/pages/public/resume.xhtml \
	htdocs/pages/public/review.xhtml \
	htdocs/pages/public/session.xhtml \
	htdocs/pages/public/slot.xhtml \
	htdocs/pages/public/ticket.xhtml
dist_pagesdesk_DATA = \
	htdocs/pages/desk/roster.xhtml \
	htdocs/pages/desk/signin.xhtml
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
