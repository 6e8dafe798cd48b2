#pragma once
/// The bibliography. One constant a source; a test fails on an entry that nothing uses.

#include "sim/sources/cited.hpp"

namespace tactus::source {

inline constexpr Source design{"design", Kind::design, "a design value chosen for Tactus, not literature"};
inline constexpr Source ansur_ii{
    "Gordon 2014", Kind::book_recalled,
    "C. C. Gordon et al., 2012 Anthropometric Survey of U.S. Army Personnel (ANSUR II), "
    "NATICK/TR-15/007; means computed from its public tables (facts 4.4)"};
inline constexpr Source sikdar_2009{
    "Sikdar 2009", Kind::book_recalled,
    "S. Sikdar et al. 2009, ultrasound of myofascial trigger points (facts 3.2)"};
inline constexpr Source travell_simons{
    "Travell and Simons", Kind::book_recalled,
    "J. G. Travell and D. G. Simons, Myofascial Pain and Dysfunction: The Trigger "
    "Point Manual, vol. 1-2 (facts 4.3)"};
inline constexpr Source balasubramanian_2015{"Balasubramanian 2015", Kind::url,
                                             "https://github.com/siva82kb/SPARC scripts/smoothness.py, code "
                                             "of S. Balasubramanian et al. 2015, On the analysis of "
                                             "movement smoothness, J NeuroEng Rehabil (facts 8.1)"};
inline constexpr Source winter_2009{
    "Winter 2009", Kind::book_recalled,
    "D. A. Winter, Biomechanics and Motor Control of Human Movement: low-pass of hand "
    "kinematics at 6-10 Hz (facts 8.1, recalled)"};

} // namespace tactus::source
