namespace GitOps.Cake.Conformance.Reporting;

/// <summary>How many cases came to which verdict.</summary>
internal sealed record Totals(int Same, int Better, int Refused, int Different, int NotRun)
{
    public bool Conforms => Different == 0 && NotRun == 0;

    public static Totals Of(IReadOnlyCollection<CaseResult> results)
    {
        return new(Count(Verdict.Same), Count(Verdict.Better), Count(Verdict.Refused), Count(Verdict.Different), Count(Verdict.NotRun));

        int Count(Verdict verdict) => results.Count(result => result.Verdict == verdict);
    }

    public override string ToString() => $"{Same} same, {Better} better, {Refused} refused, {Different} different, {NotRun} not run";
}
