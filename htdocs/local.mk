# What people see: page templates, their texts, and files the web server
# gives out by itself.
dist_pages_DATA = \
	htdocs/pages/desk.xhtml \
	htdocs/pages/error.xhtml \
	htdocs/pages/frame.xhtml \
	htdocs/pages/home.xhtml \
	htdocs/pages/office.xhtml \
	htdocs/pages/slot.xhtml
dist_pagestext_DATA = \
	htdocs/pages/text/en.xml \
	htdocs/pages/text/id.xml
dist_static_DATA = \
	htdocs/static/style.css
EXTRA_DIST += htdocs/README.md
