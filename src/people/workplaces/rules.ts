// Words that universities put into the domains of students and alumni, in the languages of most of them.
const studentWords = new Set(
  `student students stud studs stu studmail studentmail studenti studente studenten studerande opiskelija uczen etu etud etudiant
  etudiants estudiante estudiantes estudante estudantes aluno alunos alumno alumnos alumni alumnae alumnus alum alums alumnat alu
  absolvent absolventen ehemalige anciens exalumnos exaluno gakusei studenci ogrenci ogr hallgato mahasiswa undergrad undergraduate postgrad pg ug grad grads`.split(
    /\s+/,
  ),
)

/** Does a domain look like one of students or alumni? Its last label is the country's or the registry's and says nothing. */
export const looksLikeStudents = (domain: string): boolean =>
  domain
    .toLowerCase()
    .split('.')
    .slice(0, -1)
    .some((label) => label.split(/[-_]|(?<=\D)(?=\d)/).some((word) => studentWords.has(word)))
