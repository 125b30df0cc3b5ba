using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State;

/// <summary>Collects problems, so that a person hears of all of them at once.</summary>
internal sealed class StateProblems
{
    private readonly List<StateProblem> _problems = [];

    public StateProblems(params ImmutableArray<StateProblem> problems) => AddRange(problems);

    public bool Any => _problems.Count > 0;

    public void Add(SourcePosition? position, string message) => Add(new StateProblem(position, message));

    /// <summary>Adds something that the native engine does not do.</summary>
    public void Refuse(SourcePosition? position, string message) => Add(new StateProblem(position, message) { IsRefusal = true });

    public void Add(StateProblem problem)
    {
        // An anchor brings the same mistake to every place that refers to it.
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }

    public void AddRange(IEnumerable<StateProblem> more)
    {
        foreach (var problem in more)
            Add(problem);
    }

    /// <exception cref="StateFileException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (ToException() is { } exception)
            throw exception;
    }

    /// <summary>The failure that tells all of them; null where there are none.</summary>
    public StateFileException? ToException() => Any ? new StateFileException([.. _problems]) : null;

    public ImmutableArray<StateProblem> ToImmutable() => [.. _problems];
}
