namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Processes a request that writes. Runs under the store's lock; what it changes is one change of the journal.</summary>
internal delegate WriteAnswer WriteHandler(WriteCall call);
