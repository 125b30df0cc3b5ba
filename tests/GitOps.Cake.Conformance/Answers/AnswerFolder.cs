namespace GitOps.Cake.Conformance.Answers;

/// <summary>The recorded answers for one major of helm.</summary>
/// <param name="root">Their folder.</param>
internal sealed class AnswerFolder(string root)
{
    /// <summary>The answers of a helm; a folder without one per major holds those of whatever helm is given.</summary>
    public static AnswerFolder For(string answers, int helmMajor)
    {
        var folder = Path.Combine(answers, $"{helmMajor}");
        if (Directory.Exists(folder))
            return new(folder);
        return Directory.Exists(Path.Combine(answers, "3")) || Directory.Exists(Path.Combine(answers, "4"))
            ? throw new UsageException($"--answers: {answers} has no answers for helm {helmMajor}.")
            : new(answers);
    }

    public RecordedAnswer Of(string caseName, int step) => new(Path.Combine(root, caseName, $"{step}"));
}
