using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State;

/// <summary>A state file, or a file that it names, cannot be used; every problem found is told at once.</summary>
internal sealed class StateFileException : GitOpsException
{
    public StateFileException(ImmutableArray<StateProblem> problems, Exception? cause = null)
        : this(problems, [], cause)
    {
    }

    public StateFileException(SourcePosition? position, string message, Exception? cause = null)
        : this([new(position, message)], cause)
    {
    }

    private StateFileException(ImmutableArray<StateProblem> problems, ImmutableArray<StateProblem> trail, Exception? cause)
        : this(problems, trail, Text(problems, trail), cause)
    {
    }

    private StateFileException(ImmutableArray<StateProblem> problems, ImmutableArray<StateProblem> trail, string text, Exception? cause)
        : base(text, cause!) => (Problems, Trail, IsRefusal) = (problems, trail, problems.All(problem => problem.IsRefusal));

    public ImmutableArray<StateProblem> Problems { get; }

    /// <summary>The places that led to the file, the nearest first.</summary>
    public ImmutableArray<StateProblem> Trail { get; }

    /// <summary>The file asks for something that the native engine does not do.</summary>
    public static StateFileException Refused(SourcePosition? position, string message) => new([new(position, message) { IsRefusal = true }]);

    /// <summary>The problems of several files, each with the places that led to its file.</summary>
    public static StateFileException OfSeveral(IReadOnlyList<StateFileException> files)
    {
        var told = files.SelectMany(file => file.Problems, static (file, problem) => (Problem: problem, file.Trail)).DistinctBy(one => one.Problem).ToList();
        var lines = told.SelectMany(one => one.Trail.Select(place => $"    @ {place}").Prepend($"  {one.Problem}"));
        return new(
            [.. told.Select(one => one.Problem)],
            [],
            string.Join(Environment.NewLine, lines.Prepend($"{(told.Count == 1 ? "One problem was" : $"{told.Count} problems were")} found in {files.Count} state files:")),
            new AggregateException(files));
    }

    /// <summary>The same problems, with the place that names the file in which they were found.</summary>
    public StateFileException NamedBy(string file, SourcePosition place) =>
        new(Problems, Trail.Add(new(place, $"{file} is named here.")), this);

    private static string Text(ImmutableArray<StateProblem> problems, ImmutableArray<StateProblem> trail)
    {
        IEnumerable<string> lines = problems.Length == 1
            ? [problems[0].ToString()]
            : [$"{problems.Length} problems were found:", .. problems.Select(problem => $"  {problem}")];
        return string.Join(Environment.NewLine, lines.Concat(trail.Select(place => $"  @ {place}")));
    }
}
