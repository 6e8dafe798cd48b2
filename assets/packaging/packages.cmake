# Man pages, changelogs and CPack's settings.
find_program(SCDOC scdoc REQUIRED)
find_program(GZIP gzip REQUIRED)

# From what a program says of itself: made anew when it is.
function(tactus_man_page program section package)
  set(page ${CMAKE_CURRENT_BINARY_DIR}/${program}.${section})
  set(script ${CMAKE_CURRENT_SOURCE_DIR}/man/man_page.sh)
  set(written ${CMAKE_CURRENT_SOURCE_DIR}/man/${program}.scd)
  add_custom_command(OUTPUT ${page}.gz
    COMMAND sh -c "set -e; sh '${script}' ${program} '$<TARGET_FILE:${program}>' >'${page}.scd'; '${SCDOC}' <'${page}.scd' >'${page}'; '${GZIP}' -9nf '${page}'"
    DEPENDS ${program} ${script} ${written} ${CMAKE_CURRENT_SOURCE_DIR}/man/options.awk VERBATIM COMMENT "man page ${program}(${section})")
  add_custom_target(man_page_${program} ALL DEPENDS ${page}.gz)
  install(FILES ${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT ${package})
endfunction()
tactus_man_page(tactus-sim 1 tactus-sim)
if(TARGET tactus)
  tactus_man_page(tactus 1 tactus)
endif()
if(TARGET tactus-server)
  tactus_man_page(tactus-server 8 tactus-server)
endif()

set(changelog ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz)
add_custom_command(OUTPUT ${changelog}
  COMMAND sh -c "'${GZIP}' -9nc '${CMAKE_CURRENT_SOURCE_DIR}/debian/changelog' >'${changelog}'"
  DEPENDS debian/changelog VERBATIM)
add_custom_target(packages_changelog ALL DEPENDS ${changelog})
foreach(package IN LISTS packages)
  install(FILES debian/copyright ${changelog} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${package})
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/debian/${package}.lintian-overrides)
    install(FILES debian/${package}.lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides
      RENAME ${package} COMPONENT ${package})
  endif()
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tactus)
set(CPACK_PACKAGE_VENDOR "The Tactus authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_PACKAGE_CONTACT "The Tactus authors <tactus@example.org>") # no address yet: nobody's (RFC 2606)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL ${packages})
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# tactus_package(NAME SYNOPSIS "..." SAYS "..." DEPENDS package...)
function(tactus_package name)
  cmake_parse_arguments(arg "" "SYNOPSIS;SAYS" "DEPENDS;RECOMMENDS" ${ARGN})
  string(TOUPPER ${name} key)
  list(JOIN arg_DEPENDS ", " depends)
  list(JOIN arg_RECOMMENDS ", " recommends)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${name} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_DESCRIPTION "${arg_SYNOPSIS}\n${arg_SAYS}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_RECOMMENDS "${recommends}" PARENT_SCOPE)
endfunction()
set(data "tactus-data (= ${PROJECT_VERSION})")
tactus_package(tactus DEPENDS ${data} "mesa-vulkan-drivers | vulkan-icd" fonts-inter RECOMMENDS "tactus-sim (= ${PROJECT_VERSION})"
  SYNOPSIS "realtime 3D trainer of massage technique"
  SAYS "Stroke a client's back with a mouse, a pen, a touch screen, a gamepad, MIDI
pads or a load cell, watch skin, fat and muscle give under your hand, and be
scored on pressure, flow and trigger-point targeting, each mark with its
reason. The force that is shown and graded is the solved contact force.")
tactus_package(tactus-sim DEPENDS ${data}
  SYNOPSIS "simulation of massage technique without a screen"
  SAYS "Scores strokes from files, replays and verifies recordings of Tactus, keeps
the records of a station, and holds the simulation against published figures.
The same input gives the same bits on every machine.")
tactus_package(tactus-data
  SYNOPSIS "drills, clients and shaders of Tactus"
  SAYS "Drills, clients, conditions, rubrics, treatment plans and phrases as text that
may be copied and changed, and the compiled shaders of the trainer of massage
technique.")
tactus_package(tactus-server RECOMMENDS postgresql
  SYNOPSIS "school server of the massage trainer Tactus"
  SAYS "Takes over the attempts of any number of stations, which work without it as
well, keeps them in PostgreSQL, hands out drills and has grades verified.")
set(CPACK_DEBIAN_TACTUS-DATA_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_TACTUS-DATA_PACKAGE_SHLIBDEPS OFF)
include(CPack)
