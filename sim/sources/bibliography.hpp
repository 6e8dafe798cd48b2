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
inline constexpr Source sakoe_chiba_1978{
    "Sakoe and Chiba 1978", Kind::book_recalled,
    "H. Sakoe and S. Chiba 1978, dynamic programming algorithm optimization for spoken word recognition: "
    "warping within a band about the diagonal (facts 8.2, recalled)"};
inline constexpr Source veijgen_2013{
    "Veijgen 2013", Kind::book_recalled,
    "N. K. Veijgen et al. 2013, friction of human skin in vivo, Tribol Lett 49:251 (facts 3.6)"};
inline constexpr Source isogai_2022{
    "Isogai 2022", Kind::book_recalled,
    "Isogai 2022, gluteal subcutis and muscle in compression by load (facts 3.2)"};
inline constexpr Source bmc_2017_370{
    "BMC Musculoskelet Disord 2017;18:370", Kind::book_recalled,
    "shear-wave speed of trapezius and erector spinae, BMC Musculoskelet Disord 2017;18:370 (facts 3.2)"};
inline constexpr Source chen_2016{
    "Chen 2016", Kind::book_recalled,
    "Chen 2016, Arch Phys Med Rehabil 97:67: stiffness of taut bands by MRE (facts 3.2)"};
inline constexpr Source van_loocke_2009{
    "Van Loocke 2009", Kind::book_recalled,
    "Van Loocke 2009, J Biomech 42:1038: viscoelastic muscle (facts 3.4)"};
inline constexpr Source bordachar_2019{
    "Bordachar 2019", Kind::book_recalled,
    "D. Bordachar et al. 2019, pressure pain thresholds of five shoulder sites, "
    "n = 58 (seen by its figures, facts 2.4)"};
inline constexpr Source geri_2022{
    "Geri 2022", Kind::book_recalled,
    "T. Geri et al. 2022, J Clin Med 11:7243, pressure pain thresholds of trigger points "
    "of the upper trapezius (facts 2.4)"};
inline constexpr Source fischer_1987{
    "Fischer 1987", Kind::book_recalled,
    "A. A. Fischer 1987, pressure algometry over normal muscles; thresholds of the "
    "back recalled (facts 2.4)"};
inline constexpr Source walton_scale{
    "Walton 2011", Kind::book_recalled,
    "T. Walton, Medical Conditions and Massage Therapy, Table 2-1: massage pressure "
    "scale (facts 2.1)"};
inline constexpr Source tee_porh{
    "Tee", Kind::book_recalled,
    "Tee et al., post-occlusion reactive hyperaemia of the forearm, n = 20: 15.4, 24.8, "
    "32.1 AU after 1, 2, 3 min (facts 6.1)"};
inline constexpr Source hinds_2004{
    "Hinds 2004", Kind::book_recalled,
    "T. Hinds et al. 2004, Med Sci Sports Exerc 36:1308: skin flow and skin temperature "
    "under massage (facts 6.1)"};
inline constexpr Source slow_reddeners_2014{"pubmed 25100630", Kind::url,
                                            "https://pubmed.ncbi.nlm.nih.gov/25100630/ (29 of 115 without "
                                            "pressure-induced vasodilation, facts 6.1)"};
inline constexpr Source cambron_2007{"Cambron 2007", Kind::doi, "10.1089/acm.2006.6401"};
inline constexpr Source cherkin_2011{"Cherkin 2011", Kind::doi, "10.1059/0003-4819-155-1-201107050-00002"};
inline constexpr Source sherman_2014{
    "Sherman 2014", Kind::url,
    "https://www.annfammed.org/content/12/2/112 (K. J. Sherman et al. 2014, Ann Fam Med 12(2):112: dosing "
    "trial of massage for chronic neck pain, n = 228, facts 6.4)"};
inline constexpr Source eriksson_crommert_2015{"Eriksson Crommert 2015", Kind::doi, "10.1111/sms.12341"};
inline constexpr Source goldberg_1992{
    "Goldberg 1992", Kind::url,
    "https://pubmed.ncbi.nlm.nih.gov/1589464/ (H-reflex under light and deep "
    "petrissage, Phys Ther 72:449)"};
inline constexpr Source morelli_1990{
    "Morelli 1990", Kind::url,
    "https://pubmed.ncbi.nlm.nih.gov/18787257/ (H-reflex -71 % while hands move on "
    "the muscle)"};
inline constexpr Source roberts_ijtmb{
    "Roberts", Kind::book_recalled,
    "L. Roberts, Int J Ther Massage Bodywork, n = 25: resting EMG +235 % when deep "
    "pressure comes first (facts 2.1)"};
inline constexpr Source kaye_2008{"Kaye 2008", Kind::doi, "10.1089/acm.2007.0665"};
inline constexpr Source massage_textbooks{
    "Fritz, Salvo, Holey and Cook, Beck", Kind::book_recalled,
    "textbooks of massage by S. Fritz, S. Salvo, E. Holey and E. Cook, M. Beck: practice turned into numbers "
    "(facts 1.1)"};
inline constexpr Source cyriax{
    "Cyriax", Kind::book_recalled,
    "J. Cyriax, Textbook of Orthopaedic Medicine: deep friction at 120-180 a minute "
    "(facts 1.1)"};
inline constexpr Source chaves_2020{
    "Chaves 2020", Kind::book_recalled,
    "P. Chaves et al. 2020, pressure of deep friction by 40 physiotherapists: "
    "2.3 kg/cm2, quartiles 1.0 and 4.2 (facts 1.1)"};
inline constexpr Source musculoskeletal_key{
    "Musculoskeletal Key", Kind::book_recalled,
    "musculoskeletalkey, chapter 4 of a textbook of clinical massage: the deeper, the slower (facts 1.1)"};
inline constexpr Source ivyroses{"IvyRoses", Kind::book_recalled,
                                 "ivyroses, tapotement: 4-6 strikes a second of both hands (facts 1.1)"};
inline constexpr Source passive_moments{
    "3dpredictsim", Kind::url,
    "https://github.com/antoinefalisse/3dpredictsim PassiveMoments/PassiveMomentsData.m, A. Falisse 2018: "
    "double-exponential passive moment of the trunk bent sideways"};
inline constexpr Source simmonds_1995{
    "Simmonds 1995", Kind::book_recalled,
    "M. J. Simmonds et al. 1995, Phys Ther: lumbar PA mobilisation on a spine model, 57.6-178.3 N for "
    "2.25-3.45 mm (facts 2.2)"};
inline constexpr Source thelen_2003{
    "Thelen 2003", Kind::book_recalled,
    "D. G. Thelen 2003, J Biomech Eng 125:70: exponential passive force of muscle (recalled)"};
inline constexpr Source magnusson_1996{"Magnusson 1996", Kind::book_recalled,
                                       "S. P. Magnusson et al. 1996, J Physiol 497:291: passive torque of a "
                                       "held stretch falls by 29-33 % in 90 s "
                                       "(recalled)"};
inline constexpr Source snodgrass_2010{"Snodgrass 2010", Kind::book_recalled,
                                       "S. J. Snodgrass et al. 2010, Man Ther 15:19: force feedback for C7 "
                                       "mobilisation, 51 students tested again "
                                       "after a week (facts 8.3)"};

} // namespace tactus::source
