namespace Cake.Frosting.Wiring;

internal sealed record CakeSetting(string Key, string Value);
