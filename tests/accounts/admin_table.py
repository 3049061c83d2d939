"""The one table role × object × verb: every address of the admin and who may enter it.

Each line: the full name of the URL · `POST` where it is posted to · what fills its address (keys
of `tests.accounts.cast`, a word after `=` as it stands, `?…` a query) · who enters, by letter
(`C` contributor, `E` editor of column A, `D` approver, `Q` administrator, `B` reporter, `O`
operator; `-` nobody; `*` everybody, signed in or not). A name that stands for two addresses has
the number of its arguments behind it: `name/2`. An unnamed address is written as it is.
"""

from dataclasses import dataclass

from django.urls import URLResolver, get_resolver, reverse

PAGES = ["own", "others", "elsewhere", "live", "live_b", "editing", "frozen", "scheduled"]

# What one may do with a page. own: the contributor's draft in A · others: a colleague's in A ·
# elsewhere: a colleague's in B · live: the contributor's, published, in A · live_b: a colleague's,
# published, in B · editing: the contributor's, at Biên tập · frozen: the contributor's, at Duyệt
# đăng · scheduled: the contributor's, approved for a day to come.
OF_A_PAGE = """
                                        own   others elsewhere live  live_b editing frozen scheduled
wagtailadmin_pages:edit                 CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
wagtailadmin_pages:preview_on_edit      CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
workflow_checks POST                    CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
wagtailadmin_pages:view_draft           CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
wagtailadmin_pages:usage                CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
wagtailadmin_pages:history              CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
wagtailadmin_pages:history_results      CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
wagtailadmin_pages:workflow_history     CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
wagtailadmin_pages:copy                 CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
wagtailadmin_pages:delete               CEDQO EDQO   DQO       -     -     CEDQO   DQO    CEDQO
wagtailadmin_pages:move                 CEDQO EDQO   DQO       DQO   DQO    ED      -      -
wagtailadmin_pages:unpublish            -     -      -         -     -      -       -      -
wagtailadmin_pages:set_privacy          QO    QO     QO        QO    QO     QO      QO     QO
wagtailadmin_pages:lock POST            EDQO  EDQO   DQO       EDQO  DQO    -       -      EDQO
wagtailadmin_pages:unlock POST          DQO   DQO    DQO       DQO   DQO    O       O      DQO
wagtailadmin_pages:set_page_position POST DQO  DQO DQO       DQO   DQO    D       -      -
workflow_take_back                      CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
workflow_small                          CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
workflow_share                          CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
workflow_urgent                         DQO   DQO    DQO       DQO   DQO    DQO     DQO    DQO
workflow_withdraw                       DQO   DQO    DQO       DQO   DQO    DQO     DQO    DQO
workflow_draft_again                    DQO   DQO    DQO       DQO   DQO    DQO     DQO    DQO
planning_page                           CEDQO EDQO   DQO       CEDQO DQO    CEDQO   CEDQO  CEDQO
"""

# The same, posted: whose post changes something. move: to the other column · copy: beside it ·
# schedule: `action-publish` with a day to come · approve: the step the page stands at.
ACTS = """
           own    others elsewhere live   live_b editing frozen scheduled
save       CEDQO  EDQO   DQO       CEDQO  DQO    ED      -      -
submit     CEDQO  EDQO   DQO       CEDQO  DQO    -       -      -
approve    -      -      -         -      -      ED      D      -
return     -      -      -         -      -      ED      D      -
publish    -      -      -         -      -      -       -      -
schedule   -      -      -         -      -      -       -      -
unpublish  -      -      -         -      -      -       -      -
delete     CEDQO  EDQO   DQO       -      -     CEDQO   DQO    CEDQO
move       CDQO   DQO    DQO       DQO    DQO    D       -      -
copy       CEDQO  EDQO   DQO       CEDQO  DQO    CEDQO   CEDQO  CEDQO
privacy    QO     QO     QO        QO     QO     QO      QO     QO
lock       EDQO   EDQO   DQO       EDQO   DQO    -       -      EDQO
take_back  -      -      -         -      -      CD      CD     CDQO
urgent     DQO    DQO    DQO       DQO    DQO    DQO     DQO    DQO
withdraw   -      -      -         DQO    DQO    -       -      -
share      CEDQO  EDQO   DQO       CEDQO  DQO    CEDQO   CEDQO  CEDQO
"""

AROUND_PAGES = """
wagtailadmin_explore_root                                          DQO
wagtailadmin_explore home                                          CDQO
wagtailadmin_explore                     a                         CEDQO
wagtailadmin_explore                     b                         CDQO
wagtailadmin_explore_results             a                         CEDQO
wagtailadmin_explore_results             b                         CDQO
wagtailadmin_pages:add_subpage           a                         CEDQO
wagtailadmin_pages:add_subpage           b                         CDQO
wagtailadmin_pages:add_subpage           home                      DQO
wagtailadmin_pages:add_subpage           root                      -
wagtailadmin_pages:add                   =news =articlepage a      CEDQO
wagtailadmin_pages:add                   =news =articlepage b      CDQO
wagtailadmin_pages:add                   =home =standardpage home  DQO
wagtailadmin_pages:add                   =home =homepage root      -
wagtailadmin_pages:preview_on_add        =news =articlepage a      CEDQO
wagtailadmin_pages:preview_on_add        =news =articlepage b      CDQO
workflow_checks_new POST                 =news =articlepage a      CEDQO
workflow_checks_new POST                 =news =articlepage b      CDQO
wagtailadmin_pages:choose_parent =news =articlepage                CEDQBO
wagtailadmin_pages:type_use              =news =articlepage        CEDQO
wagtailadmin_pages:type_use_results      =news =articlepage        CEDQO
wagtailadmin_pages:search                                          CEDQO
wagtailadmin_pages:search_results                                  CEDQO
wagtailadmin_pages:convert_alias         alias                     EDQO
wagtailadmin_pages:move_confirm          own b                     CDQO
wagtailadmin_pages:move_confirm          elsewhere a               DQO
wagtailadmin_pages:move_confirm          frozen b                  -
wagtailadmin_pages:move_confirm          scheduled b               -
wagtailadmin_pages:revisions_index own                             CEDQBO
wagtailadmin_pages:revisions_view        own own_revision          CEDQO
wagtailadmin_pages:revisions_view        live live_revision        CEDQO
wagtailadmin_pages:revisions_revert      own own_first_revision    CEDQO
wagtailadmin_pages:revisions_revert      live live_first_revision  CEDQO
wagtailadmin_pages:revisions_compare     own =earliest =latest     CEDQO
wagtailadmin_pages:revisions_compare     others =earliest =latest  EDQO
wagtailadmin_pages:revisions_compare     elsewhere =earliest =latest  DQO
wagtailadmin_pages:revisions_compare     live =live =latest        CEDQO
wagtailadmin_pages:revisions_unschedule  scheduled scheduled_revision  CDQO
wagtailadmin_pages:workflow_history_detail       editing editing_workflow_state  CEDQO
wagtailadmin_pages:workflow_action               editing =approve editing_state  ED
wagtailadmin_pages:workflow_action               editing =reject editing_state   ED
wagtailadmin_pages:workflow_action               frozen =approve frozen_state    D
wagtailadmin_pages:workflow_action               frozen =reject frozen_state     D
wagtailadmin_pages:collect_workflow_action_data  editing =approve editing_state  ED
wagtailadmin_pages:collect_workflow_action_data  frozen =approve frozen_state    D
wagtailadmin_pages:workflow_preview              editing editing_task            ED
wagtailadmin_pages:workflow_preview              frozen frozen_task              D
wagtailadmin_pages:confirm_workflow_cancellation editing           CEDQBO
wagtailadmin_editing_sessions:ping       POST =wagtailcore =page own =0        CEDQO
wagtailadmin_editing_sessions:ping       POST =wagtailcore =page elsewhere =0  DQO
wagtailadmin_editing_sessions:release    POST =0                   CEDQBO
workflow_review                          editing_state             CEDQO
workflow_review                          frozen_state              CEDQO
workflow_deadline                        editing_state             EDQO
workflow_remind                          editing_state             CEDQO
workflow_remind                          frozen_state              CEDQO
workflow_unshare                         share                     EDQO
workflow_review_urgent                   urgent                    DQO
desk_attention                           =anh-thieu-mo-ta          EDQO
handbook_contents                                                  CEDQBO
handbook_page                            =huong-dan =dang-nhap     CEDQBO
handbook_picture    =huong-dan =ban-bien-tap.jpg    CEDQBO
wagtail_bulk_action      =wagtailcore =page =publish ?id={own}     -
wagtail_bulk_action      =wagtailcore =page =unpublish ?id={live}  -
wagtail_bulk_action      =wagtailcore =page =send ?id={own}        CEDQBO
wagtail_bulk_action      =wagtailcore =page =move ?id={own}        CEDQBO
wagtail_bulk_action      =wagtailcore =page =delete ?id={own}      CEDQBO
wagtail_bulk_action      =accounts =user =delete ?id={colleague}            QO
wagtail_bulk_action      =accounts =user =set_active_state ?id={colleague}  QO
wagtail_bulk_action      =accounts =user =assign_role ?id={colleague}       QO
wagtailadmin_choose_page                                           CEDQBO
wagtailadmin_choose_page_child           a                         CEDQBO
wagtailadmin_choose_page_search                                    CEDQBO
wagtailadmin_choose_page_chosen_multiple ?id={live}                CEDQBO
wagtailadmin_choose_page_external_link                             CEDQBO
wagtailadmin_choose_page_email_link                                CEDQBO
wagtailadmin_choose_page_phone_link                                CEDQBO
wagtailadmin_choose_page_anchor_link                               CEDQBO
wagtailadmin_api:pages:listing                                     CEDQBO
wagtailadmin_api:pages:detail            own                       CEDQO
wagtailadmin_api:pages:detail            elsewhere                 CDQO
wagtailadmin_api:pages:find ?html_path=/tin-tuc/                   CEDQO
wagtailadmin_api:pages:action            POST own =publish         -
wagtailadmin_api:pages:action            POST own =create_alias    -
wagtailadmin_api:pages:action            POST live =unpublish      -
wagtailadmin_api:pages:action            POST own =delete          CEDQO
"""

# Listings of each kind, and what the editing form asks.
LISTINGS = ("articles", "stories", "startups", "products", "events", "spaces", "documents")
OF_A_LISTING = """
{}:index                        CEDQO
{}:index          ?export=xlsx  CEDQO
{}:index_results                CEDQO
{}:choose_parent                CEDQBO
"""
WRITING = """
writing_paste   POST            CEDQO
"""

FILES = """
wagtailimages:index                                        CEDQO
wagtailimages:index_results                                CEDQO
wagtailimages:add                                          CEDQO
wagtailimages:add_multiple                                 CEDQO
wagtailimages:edit                    image_in_a           EDQO
wagtailimages:edit                    image_in_b           DQO
wagtailimages:edit                    image_mine           CDQO
wagtailimages:delete                  image_in_a           EDQO
wagtailimages:delete                  image_in_b           DQO
wagtailimages:delete                  image_mine           CDQO
wagtailimages:url_generator image_in_a                             -
wagtailimages:url_generator_output image_in_a                      -
wagtailimages:preview                 image_in_a =width-100  EDQO
wagtailimages:image_usage             image_in_a           EDQO
wagtailimages:edit_multiple           POST image_in_b      DQO
wagtailimages:delete_multiple         POST image_in_b      DQO
wagtailimages:create_multiple_from_uploaded_image  POST upload_image  O
wagtailimages:delete_upload_multiple  POST upload_image    O
wagtailimages_chooser:choose                                       CEDQBO
wagtailimages_chooser:choose_results                               CEDQBO
wagtailimages_chooser:chosen          image_in_b           CEDQO
wagtailimages_chooser:chosen_multiple ?id={image_in_b}             CEDQBO
wagtailimages_chooser:create                               CEDQO
wagtailimages_chooser:select_format image_in_b                     CEDQBO
wagtaildocs:index                                          CEDQO
wagtaildocs:index_results                                  CEDQO
wagtaildocs:add                                            CEDQO
wagtaildocs:add_multiple                                   CEDQO
wagtaildocs:edit                      document_in_a        EDQO
wagtaildocs:edit                      document_in_b        DQO
wagtaildocs:edit                      document_mine        CDQO
wagtaildocs:delete                    document_in_a        EDQO
wagtaildocs:delete                    document_in_b        DQO
wagtaildocs:delete                    document_mine        CDQO
wagtaildocs:document_usage            document_in_a        EDQO
wagtaildocs:edit_multiple             POST document_in_b   DQO
wagtaildocs:delete_multiple           POST document_in_b   DQO
wagtaildocs:create_multiple_from_uploaded_document  POST upload_document  O
wagtaildocs:delete_upload_multiple    POST upload_document O
wagtaildocs_chooser:choose                                         CEDQBO
wagtaildocs_chooser:choose_results                                 CEDQBO
wagtaildocs_chooser:chosen            document_in_b        CEDQO
wagtaildocs_chooser:chosen_multiple ?id={document_in_b}            CEDQBO
wagtaildocs_chooser:create                                 CEDQO
wagtailadmin_api:images:listing                            CEDQO
wagtailadmin_api:images:detail        image_in_a           CEDQO
wagtailadmin_api:images:find ?id={image_in_a}                      CEDQO
wagtailadmin_api:documents:listing                         CEDQO
wagtailadmin_api:documents:detail     document_in_a        CEDQO
wagtailadmin_api:documents:find ?id={document_in_a}                CEDQO
wagtailadmin_collections:index                             QO
wagtailadmin_collections:add                               QO
wagtailadmin_collections:edit         collection           QO
wagtailadmin_collections:delete       collection           QO
wagtailadmin_collections:set_privacy  collection           QO
"""

PEOPLE = """
wagtailusers_users:index                         QO
wagtailusers_users:index_results                 QO
wagtailusers_users:add                           QO
wagtailusers_users:edit              colleague   QO
wagtailusers_users:edit              operator    O
wagtailusers_users:delete            colleague   -
wagtailusers_users:history           colleague   QO
wagtailusers_users:history_results   colleague   QO
wagtailusers_users:usage             colleague   QO
accounts_take_away                   colleague   QO
accounts_take_away                   operator    -
leave:index                                      DQO
leave:index_results                              DQO
leave:add                                        DQO
leave:edit                           accounts.leave DQO
leave:delete                         accounts.leave DQO
leave:usage                          accounts.leave DQO
leave:history                        accounts.leave DQO
leave:history_results                accounts.leave DQO
wagtailusers_groups:index                        O
wagtailusers_groups:index_results                O
wagtailusers_groups:add                          O
wagtailusers_groups:edit             group       O
wagtailusers_groups:delete           group       O
wagtailusers_groups:history          group       O
wagtailusers_groups:history_results  group       O
wagtailusers_groups:usage            group       O
"""

MACHINERY = """
wagtailadmin_workflows:index                     O
wagtailadmin_workflows:index_results             O
wagtailadmin_workflows:add                       O
wagtailadmin_workflows:edit          editing_workflow  O
wagtailadmin_workflows:enable   POST editing_workflow  O
wagtailadmin_workflows:disable       editing_workflow  O
wagtailadmin_workflows:usage         editing_workflow  O
wagtailadmin_workflows:usage_results editing_workflow  O
wagtailadmin_workflows:remove/1 POST root                          O
wagtailadmin_workflows:remove/2 POST root editing_workflow         O
wagtailadmin_workflows:task_index                O
wagtailadmin_workflows:task_index_results        O
wagtailadmin_workflows:select_task_type          O
wagtailadmin_workflows:add_task      =workflow =approvaltask  O
wagtailadmin_workflows:edit_task     frozen_task O
wagtailadmin_workflows:disable_task  frozen_task O
wagtailadmin_workflows:enable_task POST frozen_task O
wagtailadmin_workflows:task_chooser                                CEDQBO
wagtailadmin_workflows:task_chooser_results                        CEDQBO
wagtailadmin_workflows:task_chooser_create                         CEDQBO
wagtailadmin_workflows:task_chosen frozen_task                     CEDQBO
wagtailsettings:edit/2               =home =siteidentity         DQO
wagtailsettings:edit/2 =workflow =editorialsettings                CEDQBO
wagtailsettings:edit/3               =home =siteidentity site    DQO
wagtailsettings:edit/3               =home =menusettings site    DQO
wagtailsettings:edit/3               =workflow =editorialsettings workflow.editorialsettings  DQO
wagtailsettings:preview_on_edit =home =siteidentity site           -
wagtailsites:index                               QO
wagtailsites:index_results                       QO
wagtailsites:add                                 O
wagtailsites:edit                    site        QO
wagtailsites:delete                  site        O
wagtailsites:copy                    site        O
wagtailsites:history                 site        QO
wagtailsites:history_results         site        QO
wagtailsites:usage                   site        QO
wagtailredirects:index                           QO
wagtailredirects:index_results                   QO
wagtailredirects:add                             QO
wagtailredirects:edit                redirect    QO
wagtailredirects:delete              redirect    QO
wagtailredirects:start_import                    QO
wagtailredirects:process_import POST             QO
wagtailsearchpromotions:index                    DQO
wagtailsearchpromotions:index_results            DQO
wagtailsearchpromotions:add                      DQO
wagtailsearchpromotions:edit         query       DQO
wagtailsearchpromotions:delete       query       DQO
wagtailsearchpromotions:chooser                  CEDQBO
wagtailsearchpromotions:chooserresults           CEDQBO
wagtailsearchpromotions:search_terms             O
wagtailsearchpromotions:search_terms_results     O
outgoingmail:index                               DQO
outgoingmail:index_results                       DQO
outgoingmail:inspect                 mail        DQO
outgoingmail:resend             POST mail        QO
"""

REPORTS = """
feedback_report                                  EDQBO
feedback_report_results                          EDQBO
feedback_report                  ?export=csv     EDQBO
workflow_waiting                 ?export=csv     EDQBO
workflow_times                   ?export=xlsx    EDQBO
workflow_publications            ?export=xlsx    EDQBO
wagtailadmin_reports:aging_pages ?export=csv     CEDQO
wagtailadmin_reports:page_types_usage  ?export=csv  CEDQO
wagtailadmin_reports:site_history      ?export=csv  CEDQBO
wagtailsnippets_feedback_remark:list   ?export=csv  DQO
workflow_waiting                                 EDQBO
workflow_waiting_results                         EDQBO
workflow_times                                   EDQBO
workflow_times_results                           EDQBO
workflow_publications                            EDQBO
workflow_publications_results                    EDQBO
wagtailadmin_reports:locked_pages                                  DQO
wagtailadmin_reports:locked_pages_results                          DQO
wagtailadmin_reports:workflow                    CEDQO
wagtailadmin_reports:workflow_results            CEDQO
wagtailadmin_reports:workflow_tasks              CEDQO
wagtailadmin_reports:workflow_tasks_results      CEDQO
wagtailadmin_reports:site_history                                  CEDQBO
wagtailadmin_reports:site_history_results                          CEDQBO
wagtailadmin_reports:aging_pages                 CEDQO
wagtailadmin_reports:aging_pages_results         CEDQO
wagtailadmin_reports:page_types_usage            CEDQO
wagtailadmin_reports:page_types_usage_results    CEDQO
"""

EVERYBODYS = """
wagtailadmin_home                                CEDQBO
wagtailadmin_account                             CEDQBO
wagtailadmin_dismissibles                        CEDQBO
wagtailadmin_tag_autocomplete                    CEDQBO
wagtailadmin_tag_model_autocomplete  =core =tag  CEDQBO
wagtailadmin_block_preview ?id={block}                             CEDQBO
wagtailadmin_error_test                          CEDQBO
test404/                                         CEDQBO
^.*/$                                            -
wagtailadmin_login                               *
wagtailadmin_logout             POST             *
wagtailadmin_password_reset                      *
wagtailadmin_password_reset_done                 *
wagtailadmin_password_reset_confirm  =eA =set-password  *
wagtailadmin_password_reset_complete             *
wagtailadmin_javascript_catalog                  *
wagtailadmin_sprite                              *
"""

# The contributor's own entry, and a colleague's that repeats one with a page in column B.
PLANNING = """
planning_calendar                                      CEDQO
planning_calendar            ?thang=2026-02            CEDQO
planning_entry_add                                     CEDQO
planning_entry                        plan_own         CEDQO
planning_entry                        plan_others      EDQO
planning_entry_drop          POST     plan_own         CEDQO
planning_entry_drop          POST     plan_others      EDQO
planning_entry_write                  plan_own         CEDQO
planning_entry_write                  plan_others      EDQO
planning_entry_rewrite       POST     plan_others      DQO
planning_write_index                                   CEDQO
planning_write                        =tin-tuc         CEDQO
planning_write                        =su-kien         CDQO
planning_write                        =trang           DQO
planning_write                        =danh-muc        -
"""

# What was sent in about the showcase: the editor of a column reads nothing of it.
SUBMISSIONS = """
submissions_queue                                      DQO
submissions_queue                     ?state=suspect   DQO
submissions_queue_results                              DQO
submissions_review                    submission       DQO
submissions_sender                    submission       DQO
submissions_take             POST     submission       DQO
submissions_ask              POST     submission       DQO
submissions_message          POST     submission       DQO
submissions_accept           POST     submission       DQO
submissions_decline          POST     submission       DQO
submissions_called            POST     submission       DQO
submissions_suspect          POST     submission       DQO
submissions_release          POST     submission       DQO
submissions_file                      submission submission_file  DQO
submissions_file_thumb                submission submission_file  DQO
submissions_file_describe POST        submission submission_file  DQO
submissions_file_drop    POST         submission submission_file  DQO
submissions_data_request                   data_request     DQO
submissions_assisted_index                             DQO
submissions_assisted                  =don-vi          DQO
submissions_assisted                  =khong-co        -
"""

# Tables of terms and people. `{}` is filled with each of them.
TABLES = (
    "core_topic", "core_plantask", "core_tag", "home_notice", "news_storyperson",
    "planning_piecetemplate", "proofing_officialname", "search_synonym", "showcase_contact",
    "showcase_founder",
    "showcase_neighbourhood", "showcase_sector", "submissions_consenttext",
    "submissions_eventcode",
)  # fmt: skip
OF_A_TABLE = """
wagtailsnippets_{}:list                          DQO
wagtailsnippets_{}:list_results                  DQO
wagtailsnippets_{}:add                           DQO
wagtailsnippets_{}:edit              {dotted}    DQO
wagtailsnippets_{}:delete            {dotted}    DQO
wagtailsnippets_{}:usage             {dotted}    DQO
wagtailsnippets_{}:history           {dotted}    DQO
wagtailsnippets_{}:history_results   {dotted}    DQO
"""
COPYING = """
wagtailsnippets_{}:copy              {dotted}    DQO
"""
CHOOSING = """
wagtailsnippetchoosers_{}:choose                          WHO
wagtailsnippetchoosers_{}:choose_results                  WHO
wagtailsnippetchoosers_{}:chosen          {dotted}        WHO
wagtailsnippetchoosers_{}:chosen_multiple ?id={{dotted}}  WHO
wagtailsnippetchoosers_{}:create                          DQO
"""
TERMS = "CEDQBO"  # words on the public site anyway
PRIVATE = {
    "feedback_remark",
    "news_storyperson",
    "showcase_contact",
    "showcase_founder",
}
"""Names, telephones, words of readers: for those who keep them."""

REMARKS = """
wagtailsnippets:index                                             DQO
wagtailsnippets_feedback_remark:list                              DQO
wagtailsnippets_feedback_remark:list_results                      DQO
wagtailsnippets_feedback_remark:inspect          feedback.remark  DQO
wagtailsnippets_feedback_remark:delete           feedback.remark  DQO
wagtailsnippets_feedback_remark:usage feedback.remark              -
wagtailsnippets_feedback_remark:history          feedback.remark  DQO
wagtailsnippets_feedback_remark:history_results  feedback.remark  DQO
wagtailsnippets_feedback_remark:add                               -
wagtailsnippets_feedback_remark:edit             feedback.remark  -
wagtailsnippetchoosers_feedback_remark:choose                     DQO
wagtailsnippetchoosers_feedback_remark:choose_results             DQO
wagtailsnippetchoosers_feedback_remark:chosen    feedback.remark  DQO
wagtailsnippetchoosers_feedback_remark:chosen_multiple ?id={feedback.remark}  DQO
wagtailsnippetchoosers_feedback_remark:create                     -
"""


# What the code does not do yet as the table has it: line of the table → what is wrong. Such a line
# is expected to fail, and fails the suite once it is mended: take it out here then.
OPEN_DEFECTS: dict[str, str] = {}
"""Rows that do not hold yet, with the reason; empty, and to be kept so."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    method: str
    args: tuple[str, ...]
    query: str
    who: str

    @property
    def id(self):
        """As a test is named."""
        return " ".join(filter(None, (self.name, *self.args, self.query)))

    @property
    def pattern(self):
        """The URL's own name."""
        return self.name.split("/")[0] if self.name[-2:-1] == "/" else self.name

    def address(self, cast):
        """With the cast's keys filled in."""
        if self.name == "^.*/$":
            return "/admin/khong-co-trang-nay/"
        if self.name == "test404/":
            return "/admin/test404/"
        values = [a[1:] if a.startswith("=") else cast.keys[a] for a in self.args]
        query = self.query
        for key in [part.split("}")[0] for part in query.split("{")[1:]]:
            query = query.replace("{" + key + "}", str(cast.keys[key]))
        return reverse(self.pattern, args=values) + query


def rows():
    """Every line of the table, the families written out."""
    found = list(_of_a_page())
    for text in (AROUND_PAGES, WRITING, FILES, PEOPLE, MACHINERY, REPORTS, PLANNING, EVERYBODYS,
                 REMARKS, SUBMISSIONS):  # fmt: skip
        found += [_row(line) for line in text.strip().splitlines()]
    for name in LISTINGS:
        text = OF_A_LISTING.replace("{}", name)
        found += [_row(line) for line in text.strip().splitlines()]
    for table in TABLES:
        text = OF_A_TABLE + CHOOSING + COPYING
        who = "DQO" if table in PRIVATE else TERMS
        dotted = table.replace("_", ".")
        text = text.replace("{}", table).replace("{dotted}", dotted).replace("WHO", who)
        found += [_row(line) for line in text.splitlines() if line]
    return found


def _of_a_page():
    for name, words, page, who in _grid(OF_A_PAGE):
        yield Row(name, "POST" if words else "GET", (page,), "", who)


def acts():
    """(act, page, who) of each field of the second grid."""
    return [(act, page, who) for act, _words, page, who in _grid(ACTS)]


def _grid(text):
    head, *lines = text.strip().splitlines()
    assert head.split() == PAGES
    for line in lines:
        name, *cells = line.split()
        words = cells[: -len(PAGES)]
        for page, who in zip(PAGES, cells[-len(PAGES) :], strict=True):
            yield name, words, page, who


def _row(line):
    name, *middle, who = line.split()
    method = "POST" if "POST" in middle else "GET"
    query = "".join(word for word in middle if word.startswith("?"))
    args = tuple(word for word in middle if word != "POST" and not word.startswith("?"))
    return Row(name, method, args, query, who)


def known_urls():
    """The full name of every URL below /admin/; with `/n` where a name stands for several."""
    resolver = next(part for part in get_resolver().url_patterns if str(part.pattern) == "admin/")
    found = list(_walk(resolver, ()))
    names = [name for name, _count in found]
    return [f"{name}/{count}" if names.count(name) > 1 else name for name, count in found]


def _walk(resolver, spaces):
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            below = (*spaces, part.namespace) if part.namespace else spaces
            yield from _walk(part, below)
        else:
            name = ":".join((*spaces, part.name)) if part.name else str(part.pattern)
            yield name, len(part.pattern.converters) or part.pattern.regex.groups
