namespace GitOps.Cake.Architecture.Tests.PublicApi;

public enum SampleKind
{
    One,
    Two = 5,
}
