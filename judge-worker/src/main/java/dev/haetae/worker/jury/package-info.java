/**
 * The programs of the jury: compiled once for their content, kept, and run in the jury's box, which cannot see the contestant's.
 *
 * <pre>
 *   TestSet ─► Validation.of ─► JuryPrograms ─► ProgramBuild: jury's box, writable ─► BuiltProgram, kept in memory
 *   output  ─► Validation.judge ─► ValidatorRun: a jury's box for this one run ─► 42 or 43, and its feedback
 *
 *   /work of such a box:  the program's files, and .test/
 *                           input  answer  feedback/   which are the first three arguments
 *                           output                     and instead of feedback/, in the second place, for a testlib checker
 *                           submission/                where programs are started that have to find the submission's files
 * </pre>
 *
 * <p>A box is made for each run, so that nothing which a validator was made to write can reach the next. A program that crashes, passes a
 * limit or ends with another code is a {@link dev.haetae.worker.jury.JuryFaultException}: never the contestant's fault.
 */
@NullMarked
package dev.haetae.worker.jury;

import org.jspecify.annotations.NullMarked;
