"""Routes of home."""

from django.urls import path

from home import sitemaps, views

urlpatterns = [
    path("menu/", views.menu, name="menu"),
    path("so-do-trang/", sitemaps.for_people, name="site_map"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-tin-moi.xml", sitemaps.news, name="sitemap_news"),
    path("suc-khoe/", views.health, name="site_health"),
    path("robots.txt", sitemaps.robots, name="robots"),
]
