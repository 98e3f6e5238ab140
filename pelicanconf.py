"""Settings only: what the site shows comes from data/ through tools/kinerja/portal."""

from jinja2 import StrictUndefined

from kinerja import portal
from kinerja.portal.prose import NoRawHtml

SITENAME = "Transparansi Kinerja ASN"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "Asia/Makassar"
DEFAULT_LANG = "id"

PLUGINS = [portal]
# With DEFAULT_LANG "id" the docutils reader warns at every run; raw HTML has no place in content/.
READERS = {"rst": None, "html": None}
MARKDOWN = {
    "extensions": [
        "markdown.extensions.fenced_code",
        "markdown.extensions.tables",
        "markdown.extensions.toc",
        NoRawHtml(),
    ],
    "extension_configs": {},
    "output_format": "html5",
}
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
}

# One generator writes every page; Pelican's own find nothing.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
THEME_STATIC_PATHS = []
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

# Changed with `pelican -e TANGGAL=… SITUS=… RESMI=true`; `kinerja bangun` sets them too.
TANGGAL = ""
SITUS = ""
RESMI = False
